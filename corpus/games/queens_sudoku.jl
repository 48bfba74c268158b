function queens(n)
    solutions = Vector{Vector{Int}}()
    board = Int[]
    function safe(row, col)
        for (c, r) in enumerate(board)
            if r == row || abs(r - row) == col - c
                return false
            end
        end
        true
    end
    function place(col)
        if col > n
            push!(solutions, copy(board))
            return
        end
        for row in 1:n
            if safe(row, col)
                push!(board, row)
                place(col + 1)
                pop!(board)
            end
        end
    end
    place(1)
    return solutions
end

s = queens(6)
println(length(s), " ", s[1])
println(length(queens(5)))

function solve!(g)
    for i in 1:4, j in 1:4
        if g[i, j] == 0
            for v in 1:4
                bi, bj = 2 * ((i - 1) ÷ 2), 2 * ((j - 1) ÷ 2)
                if !(v in g[i, :]) && !(v in g[:, j]) && !(v in g[bi+1:bi+2, bj+1:bj+2])
                    g[i, j] = v
                    solve!(g) && return true
                    g[i, j] = 0
                end
            end
            return false
        end
    end
    return true
end
g = [1 0 0 4; 0 0 1 0; 0 1 0 0; 4 0 0 1]
println(solve!(g))
display(g)
println()
