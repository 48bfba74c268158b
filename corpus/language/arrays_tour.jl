v = [3, 1, 2]
push!(v, 5, 4)
println(v, " ", pop!(v), " ", popfirst!(v), " ", v)
insert!(v, 2, 10); println(v)
deleteat!(v, 1); println(v, " ", splice!(v, 2), " ", v)
append!(v, [7, 8]); println(v, " ", sum(v), " ", prod(v))
w = v
w[1] = 99
println(v[1], " ", copy(v) == v, " ", v === w)
A = zeros(2, 3)
A[1, :] .= 1
A[:, 2] += [5, 6]
A[end] = -1
println(A)
B = view(A, :, 2)
B .*= 2
println(A, " ", B)
A[A .> 2] .= 0
println(A, " ", findall(A .== 0))
println(A[:], " ", vec(A'), " ", reshape(A, 3, 2))
x = collect(1:10)
println(x[2:3:end], x[end:-1:7], x[[1, 3]], x[x .% 2 .== 0], x[begin])
x[1:3] = [0, 0, 0]
println(x)
println(fill(7, 2, 2), " ", ones(Int, 3), " ", zeros(Float32, 2), " ", trues(2), " ", similar([1, 2], Float64, 0))
println(collect(0:0.25:1), " ", range(1, stop=2, length=5), " ", LinRange(0, 1, 3), " ", 10:-3:1, " ", collect(10:-3:1))
println([1 2; 3 4] .+ [10, 20], [1 2; 3 4] .* [10 20])
println([i + j for i in 1:2, j in 1:3], " ", [i for i in 1:6 if iseven(i)], " ", Float64[1, 2], " ", Any[1, "a"], " ", [])
println([1, 2.5], [1, nothing], ["a", "b"], [[1, 2], [3]], [1 2], [1.0; 2.0])
println(vcat([1], [2, 3]), hcat([1, 2], [3, 4]), cat([1 2], [3 4], dims=1), [1:3; 7])
println(minimum([4, 2]), argmin([4, 2]), cumsum([1, 2, 3]), diff([1, 4, 9]), accumulate(max, [1, 3, 2]))
println(reverse([1, 2, 3]), circshift([1, 2, 3], 1), unique([1, 1, 2]), rotl90([1 2; 3 4]), issorted([1, 2]))
println(size(zeros(2, 0)), isempty([]), length("abc"), ndims(ones(2, 2, 2)), axes(ones(2, 3)), eachindex([1, 2]))
C = [1 2; 3 4]
for row in eachrow(C)
    print(sum(row), " ")
end
for I in CartesianIndices(C)
    print(I, C[I], " ")
end
println()
println(map(x -> x^2, C), broadcast(+, 1, C), C .^ 2, 2 .^ C, .!(C .> 2), -C, C / 2, 2 * C, C == C')
println(sum(C .> 1), " ", any(C .== 4), " ", mapreduce(abs, +, [-1, 2]), " ", extrema([3, 1]), " ", sum(x -> x / 2, C))
println(Int8(5) + Int8(3), " ", typeof(Int8(5) + 3), " ", 7 ÷ 2, " ", -7 ÷ 2, " ", mod(-7, 3), " ", -7 % 3, " ", 2^10, " ", 2.0^-1, " ", 1 / 3, " ", 1 // 3 + 1 // 6)
println(typeof([1, 2]), typeof([1.0 2]), typeof(1:3), typeof((1, "a")), typeof(nothing), typeof(:a), typeof('c'), typeof(1.0f0))
