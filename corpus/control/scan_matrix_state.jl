#: differentiable markov([0.2, 0.3, 0.5])
const T = [0.9 0.1 0.0; 0.2 0.7 0.1; 0.0 0.3 0.7]
function markov(p)
    q = p
    for t in 1:8
        q = T' * q
    end
    h = 0.0
    for v in q
        h -= v * log(v)
    end
    return h
end
println(markov([0.2, 0.3, 0.5]))
