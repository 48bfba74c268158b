collect(1:5)
1:0
length(1:2:10), last(1:2:10)
10:-3:1
collect(10:-3:1)
0:0.1:1
collect(0:0.1:1)
collect(0.1:0.1:0.5)
(0:0.1:1)[4]
0.0:pi/7:3
collect(0.0:pi/7:3)
range(0, 1, length=5)
collect(range(0, 1, length=11))
collect(range(-0.1, 0.3, length=5))
range(1, stop=10, length=4)
range(1, step=2, length=5)
range(1.0, step=0.5, length=3)
range(5, length=3)
range(0, stop=2pi, length=7)
collect(range(0, stop=2pi, length=7))
LinRange(0, 1, 5)
collect(LinRange(-0.1, 0.3, 5))
2 .* (1:3)
(1:3) .+ 1
(1:3) .* 0.5
1 .- (1:3)
(1:4) ./ 2
-(1:3)
2 * (1:3)
(0:0.1:1) .* 2
(1:3) .+ (2:4)
(1:3) + (4:6)
(1:3) - (4:2:8)
reverse(1:5)
reverse(0:0.1:0.3)
(1:10)[3:5]
(1:10)[2:3:9]
(1:2:20)[[1, 3]]
(1:10)[11]
(1:10)[0]
3 in 1:5, 6 in 1:5, 2 in 1:2:9, 0.3 in 0:0.1:1, 2.0 in 1:3
intersect(1:10, 5:15)
intersect(1:2:20, 1:3:20)
sum(1:100), sum(0:0.1:1), sum(1:2:9)
maximum(1:5), minimum(10:-3:1), extrema(3:7)
maximum(1:0)
1:3 == [1, 2, 3], 1:3 == 1:3, (1:3) == (1:2)
isempty(1:0), isempty(5:4)
eltype(1:3), eltype(0:0.1:1), eltype('a':'c')
'a':'e'
collect('a':2:'i')
0x01:0x05
collect(0x01:0x03)
step(1:2:5), step(0:0.1:1), step(1:3)
first(1:5), last(1:5), first(5:4)
typeof(1:3), typeof(1:2:5), typeof(LinRange(0, 1, 3))
firstindex(2:5), lastindex(2:5), axes(2:5)
1.0:3.0
collect(1.0f0:0.5f0:2.5f0)
(1:3)'
1:0.5:3
0.1:0.1:0.3
length(0:0.1:1), length(0.0:0.3:1.0), length(1:-1)
collect(range(1, 2, length=1))
range(1, 1, length=1)
1:0:5
0.0:0.0:1.0
issorted(1:3), issorted(3:-1:1), sort(3:-1:1)
sum(x -> x^2, 1:10)
[x for x in 1:3 if isodd(x)]
vcat(1:3, 5:6)
collect(zip(1:3, 4:6))
string(1:3), string(0:0.5:1)
mod(5, 1:3), clamp(7, 1, 5)
2:5 |> collect
(1:5)[end], (1:5)[end-1:end]
div.(1:6, 2)
findall(x -> x > 3, 1:5)
Base.OneTo(3)
rem.(10:-1:8, 3)
big(1):big(3)
1//2:1//2:2//1
collect(1//2:1//2:2//1)
UnitRange(1, 3), StepRange(1, 2, 6)
range(1, 10, step=3)
collect(range(0f0, 1f0, length=3))
1:3 .== 1:3
eachindex(5:8)
(1:3) .^ 2
sqrt.(1:4)
(1:3)[:]
in(3)(1:5)
r = 1:3; r.start, r.stop
union(1:3, 2:5)
setdiff(1:5, 2:3)
range(10, 1, length=4)
collect(range(10, 1, length=4))
cumsum(1:5)
prod(1:5)
1:3 isa AbstractVector, 1:3 isa UnitRange
setindex!(1:3, 1, 1)
