zeros(2, 3)
zeros(Int, 2), ones(Float32, 2), zeros((2, 2)), ones(2)
fill(7, 2, 2), fill("a", 2), fill(1.5f0, 2)
trues(2), falses(1, 2)
[1, 2.5], [1, true], [1, 2im], [1.0f0, 2], [1, "a"], [1//2, 1], ['a', 'b']
Any[1, 2], Float64[1, 2], Int[], []
[1 2; 3 4], [1 2.5], [1; 2], [[1, 2]; 3]
[[1 2]; [3 4]], [[1, 2] [3, 4]], [1:2 3:4]
vcat([1, 2], [3.5]), hcat([1, 2], [3, 4]), vcat(1, [2, 3]), hcat(1, 2)
vcat([1 2], [3])
hcat([1, 2], [3])
cat([1, 2], [3, 4], dims=2), cat([1], [2], dims=3)
cat([1 2], [3 4], dims=(1, 2))
hvcat((2, 2), 1, 2, 3, 4)
repeat([1, 2], 2), repeat([1 2], 2, 2), repeat([1, 2], inner=2), repeat([1, 2], outer=2), repeat("ab", 2)
reshape(1:6, 2, 3), reshape([1, 2, 3, 4], :, 2), reshape([1 2; 3 4], 4)
reshape([1, 2, 3], 2, 2)
permutedims([1 2; 3 4]), permutedims([1, 2]), permutedims(reshape(1:6, 1, 2, 3), (3, 2, 1))[:, :, 1]
reverse([1, 2, 3]), reverse([1 2; 3 4], dims=1), reverse([1 2; 3 4], dims=2)
circshift([1, 2, 3, 4], 1), circshift([1 2; 3 4], (0, 1)), circshift([1, 2, 3], -1)
rotl90([1 2; 3 4]), rotr90([1 2; 3 4]), rot180([1 2; 3 4])
v = [1, 2]; push!(v, 3); push!(v, 4, 5); v
v = [1, 2]; push!(v, 1.5)
v = [1, 2, 3]; (pop!(v), v)
v = [1, 2, 3]; (popfirst!(v), v)
v = [1, 2]; pushfirst!(v, 0); v
v = [1]; append!(v, [2, 3]); append!(v, (4,)); v
v = [1]; prepend!(v, [2, 3]); v
v = [1, 2, 3]; insert!(v, 2, 9); v
v = [1, 2, 3]; deleteat!(v, 2); v
v = collect(1:5); deleteat!(v, [1, 3]); v
v = collect(1:5); deleteat!(v, 2:3); v
v = collect(1:5); (splice!(v, 2), v)
v = collect(1:5); (splice!(v, 2:3, [7, 8, 9]), v)
v = [1, 2, 3]; empty!(v); v
v = [1, 2, 3]; resize!(v, 2); v
pop!(Int[])
v = [1, 2]; insert!(v, 5, 1)
v = [1, 2]; deleteat!(v, 3)
v = [3, 1, 2]; sort!(v); v
v = collect(1:6); filter!(isodd, v); v
v = [1, 2, 1]; unique!(v); v
v = [1, 2, 3]; reverse!(v); v
v = zeros(3); fill!(v, 2); v
v = zeros(3); copyto!(v, [1, 2]); v
v = [1, 2, 3]; map!(x -> 2x, v, v); v
v = ["a"]; push!(v, "b"); v
v = Any[]; push!(v, 1, "x", [2]); v
v = Vector{Int}(); push!(v, 1); v
v = Int[]; append!(v, 1:3); v
Vector{Float64}(undef, 2) |> length, Array{Int}(undef, 2, 2) |> size, Matrix{Float32}(undef, 1, 2) |> typeof
Vector{Union{Int, Nothing}}(nothing, 2)
Vector{Float64}([1, 2]), Array{Float64}([1 2; 3 4]), Vector(1:3), Matrix([1 2; 3 4]')
similar([1, 2], Float64) |> eltype, similar([1 2], 3) |> size, similar(zeros(2, 2)) |> size
collect((1, 2.5)), collect("abc"), collect(Float64, 1:3), collect(x^2 for x in 1:3), collect(Dict(1 => 2))
[i + j for i in 1:2, j in 1:3], [i for i in 1:3 if i != 2], [(i, j) for i in 1:2 for j in i:2]
Float64[i for i in 1:2], [x > 1 ? x : 0.5 for x in 1:3], [i^2 for i in 1:0], [string(i) for i in 1:0], [sqrt(i) for i in Int[]]
[c for c in "ab"], [k => v for (k, v) in [(1, 2)]], [s for s in (:a, :b)]
map(x -> x / 2, [1, 2]), map(+, [1, 2], [3, 4]), map((a, b) -> a * b, 1:3, 4:6), map(string, [1, 2]), map(x -> x > 1, [1, 2])
map(x -> [x], [1, 2]), map(x -> (x, 2x), 1:2), map(uppercase, "abc"), map(x -> x, Int[])
filter(isodd, 1:5), filter(x -> x > 1.5, [1.0, 2.0]), filter(isodd, (1, 2, 3)), filter(c -> c != 'b', "abc")
sort([3, 1, 2]), sort([3, 1, 2], rev=true), sort(["b", "a"]), sort([-3, 1, 2], by=abs), sort([1.5, NaN, -1]), sort([3 1; 2 4], dims=1)
sortperm([3, 1, 2]), sortperm([3, 1, 2], rev=true), sortperm([1, 1, 0]), partialsort([3, 1, 2], 2), sort([(2, 'a'), (1, 'b')])
sort([3, 1, 2], lt=(a, b) -> a > b), sort!([2, 1], rev=true), issorted([1, 2, 2]), sort(["bb", "a"], by=length)
searchsortedfirst([1, 3, 5], 3), searchsortedlast([1, 3, 5], 4), searchsorted([1, 3, 3, 5], 3), searchsortedfirst([1, 3], 9)
sortslices([3 1; 2 4], dims=1)
union([1, 2], [2, 3]), intersect([1, 2], [2, 3]), setdiff([1, 2], [2]), symdiff([1, 2], [2, 3]), issubset([1], [1, 2])
[1, 2] + [3, 4], [1, 2] - [0.5, 1], -[1, 2], 2 * [1, 2], [2, 4] / 2, [1 2; 3 4] * [1, 2], [1 2; 3 4] * [1 2; 3 4]
[1, 2] + [1, 2, 3]
[1 2; 3 4] * [1, 2, 3]
[1, 2] * [3, 4]
[1 2; 3 4]^2, [1 2; 3 4]', [1, 2]' * [3, 4], [1, 2] * [3, 4]', [1, 2]'
[1, 2] == [1.0, 2.0], [1, 2] == [1 2], [1, 2] < [1, 3], isequal([NaN], [NaN]), [NaN] == [NaN], [1, 2] ≈ [1, 2 + 1e-10]
[1, 2] + 1
eachindex([1, 2]), axes([1 2; 3 4]), size([1 2; 3 4], 1), ndims([1 2]), length([1 2; 3 4]), firstindex([1]), lastindex([1 2; 3 4])
eltype([1, 2.5]), eltype([]), eltype(["a"]), eltype(Any[1]), eltype([1 => 2])
collect(enumerate(["a", "b"])), collect(zip([1, 2], "ab")), collect(pairs([5, 6])), [i => x for (i, x) in enumerate([7, 8])]
first([1, 2, 3]), last([1, 2, 3]), first([7])
first(Int[])
copy([1, 2]), deepcopy([[1], [2]])
vec([1 2; 3 4]), dropdims([1 2], dims=1), selectdim([1 2; 3 4], 1, 2), view([1, 2, 3], 2:3)
collect(eachrow([1 2; 3 4])), collect(eachcol([1 2; 3 4])), [r[1] for r in eachrow([1 2; 3 4])]
invperm([2, 3, 1]), isperm([1, 3]), allunique([1, 2])
collect(Iterators.take(1:10, 3)), collect(Iterators.drop(1:4, 2)), collect(Iterators.take(Iterators.cycle([1, 2]), 5)), collect(Iterators.partition(1:5, 2)), collect(Iterators.flatten([[1], [2, 3]]))
collect(Iterators.product(1:2, 3:4)), collect(Iterators.filter(isodd, 1:5)), collect(Iterators.take(Iterators.countfrom(5, 2), 3)), collect(Iterators.repeated(1, 3)), collect(Iterators.reverse([1, 2]))
foldl(+, Iterators.accumulate(+, 1:3)), collect(Iterators.rest([1, 2, 3], 2)), reverse("abc"), reverse((1, 2))
ntuple(i -> i^2, 3), Tuple([1, 2]), (1, 2)[1], (1, 2, 3)[2:3], (1, 2) == (1, 2.0), (1, 2) < (1, 3), length((1, 2)), (1, 2, 3)[end]
(1, 2)[3]
map(x -> x + 1, (1, 2)), (1, 2)..., tuple(1, "a"), first((1, 2)), last((1, 2)), isempty(()), in(1, (1, 2)), Base.tail((1, 2, 3))
(a = 1, b = 2), (a = 1,).a, (a = 1, b = 2)[:b], keys((a = 1, b = 2)), values((a = 1,)), merge((a = 1,), (b = 2, a = 3)), haskey((a = 1,), :a), length((a = 1,)), (a = 1, b = 2)[1]
nt = (a = 1, b = "x"); (pairs(nt)..., nt == (a = 1, b = "x"), map(string, nt), collect(nt))
NamedTuple{(:x, :y)}((1, 2)), (; a = 1)
[1, 2, 3][2], [1 2; 3 4][2, 1], [1 2; 3 4][:, 1], [1 2; 3 4][3], [1, 2, 3][[true, false, true]], [1, 2, 3][end], [1 2; 3 4][end, 1]
["a", "b"][2], Any[1, "x"][1:2], ["a" "b"; "c" "d"][2, :], ["a", "b"][[2, 1]]
["a", "b"][3]
v = ["a", "b"]; v[1] = "z"; v
v = Any[1, 2]; v[1:2] = ["x", "y"]; v
v = [1, 2, 3]; v[1:2] .= 0; v
v = [1, 2, 3]; v .+= 1; v
A = zeros(2, 2); A[1, :] = [1, 2]; A
A = zeros(Int, 2, 2); A[:] = 1:4; A
v = [1, 2, 3]; v[5] = 1
v = [1, 2]; v[1] = 1.5
x = [1, 2]; y = x; y[1] = 9; x
replace([1, 2, 1], 1 => 9), replace([1, 2], 1 => 2, 2 => 1), count(==(1), [1, 1, 2])
findmax(["a", "c", "b"]), maximum([(1, 2), (1, 3)]), sum([(1)])
cumsum([[1, 2], [3, 4]]), string([1, 2]), repr([1.0]), "$([1, 2])"
[1, 2] .== [1, 3], [1 2] .+ [1, 2], ["a", "b"] .* "c", length.(["a", "bb"]), (1, 2) .+ 1, [1, 2] .=> [3, 4], string.([1, 2], "x")
CartesianIndices((2, 2)), CartesianIndex(1, 2) + CartesianIndex(1, 1), LinearIndices([1 2; 3 4]), [1 2; 3 4][CartesianIndex(2, 1)]
stack = Int[]; push!(stack, 1); pop!(stack), isempty(stack)
(a, b), c = ([1, 2], 3)
[[1, 2] for _ in 1:2], [zeros(2) for i in 1:2], [[] for i in 1:2]
sum([1, 2] .* [3, 4]), maximum(abs.([-3, 2])), hcat([[1, 2], [3, 4]]...), vcat([[1], [2]]...)
Array{Int,1}, Vector{Int} === Array{Int,1}, typeof([1 2]), typeof(["a"]), [1, 2] isa Vector{Int}, [1] isa AbstractArray
isassigned([1, 2], 3), checkbounds(Bool, [1, 2], 3), broadcast(+, 1, [1, 2]), identity([1])
mapreduce(identity, hcat, [[1, 2], [3, 4]]), foreach(identity, [1]), (x -> x + 1).([1, 2]), (sqrt ∘ abs)(-4), [1, 4] .|> sqrt, [3, 4] |> sum
zip(1:2, 3:4) |> collect, Dict(zip(["a"], [1])), enumerate([5]) |> first, only([7])
only([1, 2])
bitrand = BitArray([true, false]), [true, false] .& [true, true], .![true, false], BitVector([1, 0])
convert(Vector{Float64}, [1, 2]), float([1, 2]), Int.([1.0, 2.0]), complex([1, 2]), real([1 + 2im]), abs.([-1 + 0im])
Array(1:3), Array{Any}([1, 2]), convert(Array{Any}, [1]), Vector{Any}(undef, 1) |> length, vcat(), [1, nothing], [1, missing], [nothing, nothing]
