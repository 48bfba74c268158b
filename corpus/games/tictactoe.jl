const LINES = [(1, 2, 3), (4, 5, 6), (7, 8, 9), (1, 4, 7), (2, 5, 8), (3, 6, 9), (1, 5, 9), (3, 5, 7)]

function winner(b)
    for (i, j, k) in LINES
        if b[i] != ' ' && b[i] == b[j] == b[k]
            return b[i]
        end
    end
    return nothing
end

function minimax(b, player)
    w = winner(b)
    w == 'X' && return 1
    w == 'O' && return -1
    moves = findall(isequal(' '), b)
    isempty(moves) && return 0
    scores = Int[]
    for m in moves
        b[m] = player
        push!(scores, minimax(b, player == 'X' ? 'O' : 'X'))
        b[m] = ' '
    end
    return player == 'X' ? maximum(scores) : minimum(scores)
end

board = collect("XOX OX  O")
println(board)
println(minimax(board, 'X'), " ", minimax(board, 'O'))
println(winner(collect("XXXOO    ")), " ", winner(collect("         ")) === nothing)
