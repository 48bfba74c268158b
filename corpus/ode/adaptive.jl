# Adaptive step size: Heun with an embedded Euler step.
function heun_adaptive(f, y0, t0, t1; rtol=1e-6, h=0.1)
    t, y = t0, y0
    accepted = 0
    rejected = 0
    while t < t1
        if t + h > t1
            h = t1 - t
        end
        k1 = f(t, y)
        k2 = f(t + h, y + h * k1)
        ynew = y + h / 2 * (k1 + k2)
        err = abs(h / 2 * (k2 - k1))
        tol = rtol * max(abs(y), abs(ynew), 1.0)
        if err <= tol
            t += h
            y = ynew
            accepted += 1
        else
            rejected += 1
        end
        fac = err == 0 ? 2.0 : 0.9 * sqrt(tol / err)
        h *= clamp(fac, 0.2, 2.0)
    end
    return y, accepted, rejected
end

y, a, r = heun_adaptive((t, y) -> -2 * y + t, 1.0, 0.0, 2.0)
exact = 1.25 * exp(-4) + 0.5 * 2 - 0.25
println(abs(y - exact) < 1e-4, " ", a, " accepted, ", r, " rejected")
println(round(y, digits=6))
