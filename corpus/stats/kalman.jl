using LinearAlgebra
#: differentiable final_estimate([0.9, 2.1, 2.9, 4.2])
struct KF
    F::Matrix{Float64}
    H::Matrix{Float64}
    Q::Matrix{Float64}
    R::Matrix{Float64}
end

function predict(kf::KF, x, P)
    return kf.F * x, kf.F * P * kf.F' + kf.Q
end

function update(kf::KF, x, P, z)
    y = z - kf.H * x
    S = kf.H * P * kf.H' + kf.R
    K = P * kf.H' / S
    return x + K * y, (I - K * kf.H) * P
end

function smooth(kf, zs)
    x = [0.0, 0.0]
    P = Matrix(1.0I, 2, 2)
    for z in zs
        x, P = predict(kf, x, P)
        x, P = update(kf, x, P, [z])
    end
    return x, P
end

const KALMAN = KF([1.0 1.0; 0.0 1.0], [1.0 0.0], 0.01 * Matrix(I, 2, 2), fill(0.25, 1, 1))
final_estimate(zs) = smooth(KALMAN, zs)[1][1]

x, P = smooth(KALMAN, [1.1, 1.9, 3.2, 3.8, 5.1])
println(x)
println(P)
println(final_estimate([0.9, 2.1, 2.9, 4.2]))
