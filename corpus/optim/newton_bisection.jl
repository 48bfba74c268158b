function bisect(f, a, b; tol=1e-10)
    fa, fb = f(a), f(b)
    fa * fb > 0 && throw(ArgumentError("no sign change"))
    fa == 0 && return a
    while b - a > tol
        m = (a + b) / 2
        fm = f(m)
        if fm == 0
            return m
        elseif sign(fm) == sign(fa)
            a, fa = m, fm
        else
            b = m
        end
    end
    return (a + b) / 2
end

function newton(f, df, x; tol=1e-12, maxiter=50)
    for k in 1:maxiter
        step = f(x) / df(x)
        x -= step
        abs(step) < tol && return x, k
    end
    error("no convergence after $maxiter iterations")
end

function secant(f, x0, x1)
    f0, f1 = f(x0), f(x1)
    n = 0
    while abs(x1 - x0) > 1e-12 && n < 100
        x0, x1 = x1, x1 - f1 * (x1 - x0) / (f1 - f0)
        f0, f1 = f1, f(x1)
        n += 1
    end
    return x1
end

f(x) = x^3 - 2x - 5
println(bisect(f, 2, 3))
println(newton(f, x -> 3x^2 - 2, 2.0))
println(secant(cos, 1.0, 2.0) ≈ π / 2)
try
    bisect(x -> x^2 + 1, 0.0, 1.0)
catch e
    println("caught: ", e)
end
try
    newton(x -> x^2 + 1, x -> 2x, 0.7; maxiter=5)
catch err
    println(err isa ErrorException, " ", err.msg)
end
