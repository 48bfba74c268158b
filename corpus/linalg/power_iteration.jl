using LinearAlgebra

#: differentiable rayleigh([0.5, -1.0, 0.25])
"Dominant eigenpair of `A` by power iteration."
function power_iteration(A; tol=1e-12, maxiter=1000)
    v = ones(size(A, 1))
    v /= norm(v)
    λ = 0.0
    for k in 1:maxiter
        w = A * v
        λnew = dot(v, w)
        v = w / norm(w)
        if abs(λnew - λ) < tol
            return λnew, v, k
        end
        λ = λnew
    end
    return λ, v, maxiter
end

const S = [4.0 1 0; 1 3 1; 0 1 2]
rayleigh(v) = dot(v, S * v) / dot(v, v)

λ, v, k = power_iteration(S)
println("λ = ", round(λ, digits=8))
println("v = ", round.(v, digits=5))
println(rayleigh(v) ≈ λ)
println(rayleigh([0.5, -1.0, 0.25]))
println(norm(S * v - λ * v) < 1e-5)
