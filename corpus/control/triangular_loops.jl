#: differentiable forward_solve([2.0, 3.0, 4.0])
const L3 = [2.0 0 0; 1.0 3.0 0; 0.5 -1.0 4.0]
function forward_solve(b)
    n = length(b)
    x = zeros(n)
    for i in 1:n
        s = b[i]
        for j in 1:i-1
            s -= L3[i, j] * x[j]
        end
        x[i] = s / L3[i, i]
    end
    return sum(x .^ 2)
end
println(forward_solve([2.0, 3.0, 4.0]))
