# Functions of a vector of four floats that must give the same eagerly, under jit and under vmap.
f1(x) = sum(x .^ 2)
f2(x) = maximum(x) - minimum(x)
f3(x) = sum(v^2 for v in x)
f4(x) = sum([v * i for (i, v) in enumerate(x)])
f5(x) = cumsum(x)[end] + prod(x)
f6(x) = sort(x)[1] + sum(sort(x, rev=true)[1:2])
f7(x) = sum(map(v -> v > 1 ? v : 2v, x))
f8(x) = (A = reshape(x, 2, :); sum(A * A'))
f9(x) = sum(vcat(x, 2x)) + sum(hcat(x, x))
f10(x) = foldl((a, b) -> a * 0.5 + b, x)
f11(x) = reduce(max, x) + mapreduce(abs2, +, x)
f12(x) = sum(x[i] * x[i+1] for i in 1:length(x)-1)
f13(x) = count(v -> v > 1, x)
f14(x) = argmax(x)
f15(x) = any(v -> v > 2, x) ? 1.0 : 0.0
f16(x) = sum(v for v in x if v > 1)
f17(x) = accumulate(+, x)[2]
f18(x) = (y = copy(x); push!(y, 1.0); sum(y))
f19(x) = (y = similar(x); for i in eachindex(x); y[i] = x[i]^2; end; sum(y))
f20(x) = sum(reverse(x) .* collect(1:length(x))) + sum(circshift(x, 1)[1])
f21(x) = findmax(x)[1]
f22(x) = (t = (x[1], x[2]); t[1] * t[2])
f23(x) = sum(sum(x .* x', dims=1))
f24(x) = sum(range(0, 1, length=length(x)) .* x)
f25(x) = (A = [x[1] x[2]; x[3] x[4]]; A[1, 2] + sum(A \ [1.0, 2.0]))
f26(x) = sum(eachcol(reshape(x, 2, 2)) |> collect |> first)
f27(x) = issorted(x)
f28(x) = searchsortedfirst(sort(x), 1.5)
f29(x) = clamp.(x, 1, 2) |> sum
f30(x) = sum([x[i] + x[j] for i in 1:4, j in 1:4])
f31(x) = (nt = (a = x[1], b = 2); nt.a * nt.b)
f32(x) = sum(abs, x) + sum(x -> x^3, x) + maximum(abs, x)
f33(x) = extrema(x)[2]
f34(x) = dropdims(sum(reshape(x, 2, 2), dims=1), dims=1)[2]
f35(x) = sum(diff(x)) + x[end]
f36(x) = sum(zip(x, x) |> collect |> first)
f37(x) = sum(filter(isodd, 1:5)) * x[1]
f38(x) = [v for v in x][2] + Float64[v for v in x][1]
f39(x) = sum(fill(x[1], 3)) + sum(ones(2) * x[2]) + sum(repeat(x, 2))
f40(x) = foldr((a, b) -> a + 0.5b, x) + sum(accumulate((a, b) -> a * 0.5 + b, x))
