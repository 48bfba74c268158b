# Conway's Game of Life on a torus, two ways.
function life_step(grid)
    m, n = size(grid)
    new = similar(grid)
    for i in 1:m, j in 1:n
        alive = 0
        for di in -1:1, dj in -1:1
            (di == 0 && dj == 0) && continue
            alive += grid[mod1(i + di, m), mod1(j + dj, n)]
        end
        new[i, j] = alive == 3 || (alive == 2 && grid[i, j])
    end
    return new
end

function life_shift(grid)
    neighbours = sum(circshift(grid, (i, j)) for i in -1:1 for j in -1:1) .- grid
    return (neighbours .== 3) .| ((neighbours .== 2) .& grid)
end

render(grid) = join([join([c ? '#' : '.' for c in row]) for row in eachrow(grid)], "\n")

g = falses(6, 6)
for (i, j) in ((1, 2), (2, 3), (3, 1), (3, 2), (3, 3))
    g[i, j] = true
end
a = g
for k in 1:4
    global a = life_step(a)
end
println(render(g))
println()
println(render(a))
println(a == life_shift(life_shift(life_shift(life_shift(g)))))
println(count(a), " ", typeof(g))
