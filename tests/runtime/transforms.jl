f1(x) = sum(x .^ 2 .+ 2 .* x)
f2(x) = sum((v -> v > 0 ? sqrt(v) : 0.0).(x))
function f3(x)
    y = copy(x)
    y[2] = y[1] * 2
    y[end] += 1
    sum(y)
end
function f4(x)
    y = zeros(length(x))
    for i in eachindex(x)
        y[i] = x[i]^2
    end
    sum(y)
end
relu(v) = v > 0 ? v : zero(v)
f5(x) = sum(relu.(x) .* 3)
f6(x) = sum(ifelse.(x .> 0, x, -x))
function f7(x)
    y = copy(x)
    y[y .< 0] .= 0
    sum(y)
end
f8(x) = sum(x[2:end] .- x[1:end-1])
f9(x) = sum(abs2, x[end:-1:1] .* (1:length(x)))
function newton(a)
    x = a
    for _ in 1:20
        x = 0.5 * (x + a / x)
    end
    x
end
f10(x) = sum(newton.(abs.(x) .+ 1))
function coll(v)
    n = 0.0
    while v > 1
        v = v / 2
        n += 1
    end
    n + v
end
f11(x) = sum(coll.(x .* x .+ 1))
f12(x) = sum(clamp.(x, -0.5, 0.5)) + maximum(x) + sum(max.(x, 0))
f13(x) = sum(x ./ (1 .+ exp.(-x)))
function f14(x)
    A = reshape(x, 2, 2)
    B = A' .+ A
    v = view(B, :, 1)
    v .*= 2
    sum(B .* [1 2; 3 4])
end
f15(x) = sum(x .* (x .> 0)) + x[1] % 2 + mod(x[2], 3)
f16(x) = let y = similar(x); y .= x .+ 1; y[1:2] .= [5.0, 6.0]; y .+= 1; sum(y .* x) end
f17(x) = let y = copy(x); y[y .> 0] .*= 3; y[x .< 0] .+= 10; sum(y .^ 3) end
function f18(x)
    y = zeros(Int, 3)
    n = 0
    for v in x
        k = v > 0 ? 1 : 2
        y[k] += 1
        n += y[k]
    end
    sum(y) * x[1] + n * 0.0 + 1.0
end
f19(x) = sum(x[:, 1] for _ in 1:2)[1]
f20(x) = sum(map((a, b) -> a * b, x, reverse(x))) + sum([v^2 for v in x]) + prod(x)
f21(x) = (A = [x[1] x[2]; x[3] x[4]]; B = A * A; sum(B[1, :] .* A[:, 2]) + A[CartesianIndex(1,2)])
f22(x) = sum(round.(x .* 10) ./ 10 .+ floor.(x)) + sum(x) * Float32(0.5) + sum(Int.(floor.(x)) .% 2)
