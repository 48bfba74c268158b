function kmeans(X, k; maxiter=100)
    d, n = size(X)
    centers = X[:, 1:k]
    assign = zeros(Int, n)
    for iter in 1:maxiter
        changed = false
        for j in 1:n
            best, bestd = 0, Inf
            for c in 1:k
                dist = sum(abs2, X[:, j] - centers[:, c])
                if dist < bestd
                    best, bestd = c, dist
                end
            end
            if assign[j] != best
                assign[j] = best
                changed = true
            end
        end
        changed || return centers, assign, iter
        for c in 1:k
            members = findall(==(c), assign)
            isempty(members) && continue
            centers[:, c] = sum(X[:, members], dims=2) / length(members)
        end
    end
    return centers, assign, maxiter
end

X = [1.0 1.2 0.8 5.0 5.2 4.8 9.0 9.1; 1.0 0.9 1.1 5.0 5.1 4.9 1.0 1.2]
centers, assign, iters = kmeans(X, 3)
println(round.(centers, digits=4))
println(assign, " ", iters)
