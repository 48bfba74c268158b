using Statistics
data = [2.5, 3.7, 1.2, 9.8, 4.4, 5.1, 6.0, 3.3]
println(mean(data), " ", median(data), " ", std(data), " ", var(data))
println(var(data, corrected=false))
println(extrema(data), " ", quantile(data, [0.25, 0.5, 0.75]))
z = (data .- mean(data)) ./ std(data)
println(round.(z, digits=4))
println(cor(data, reverse(data)), " ", cov(data, sort(data)))
M = [1.0 2 3; 4 5 6; 7 8 10]
println(mean(M, dims=1), " ", mean(M, dims=2), " ", std(M, dims=1))
println(cor(M))
println(mean(abs2, data), " ", mean(x -> x^2, [1, 2, 3]))
counts = Dict{Int,Int}()
for x in data
    b = floor(Int, x / 2)
    counts[b] = get(counts, b, 0) + 1
end
for k in sort(collect(keys(counts)))
    println(k, " => ", counts[k], " ", "*"^counts[k])
end
println(cumsum(data)[end] == sum(data), " ", sortperm(data))
println(median([1, 3, 2]), " ", median([1, 2, 3, 4]), " ", middle(1, 4))
