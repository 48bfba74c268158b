#: differentiable filtered([1.0, 2.0, -1.0, 0.5])
function conv1d(x, w)
    n, k = length(x), length(w)
    y = zeros(promote_type(eltype(x), eltype(w)), n + k - 1)
    for i in eachindex(x)
        for j in eachindex(w)
            y[i+j-1] += x[i] * w[j]
        end
    end
    return y
end

function movavg(x, w)
    h = w ÷ 2
    return [sum(x[max(1, i - h):min(end, i + h)]) / length(max(1, i - h):min(length(x), i + h)) for i in 1:length(x)]
end

function conv2d(img, kern)
    m, n = size(img)
    p, q = size(kern)
    out = zeros(m - p + 1, n - q + 1)
    for j in axes(out, 2), i in axes(out, 1)
        out[i, j] = sum(img[i:i+p-1, j:j+q-1] .* kern)
    end
    out
end
filtered(x) = sum(conv1d(x, [0.25, 0.5, 0.25]) .^ 2)

println(conv1d([1, 2, 3], [1, 1]))
println(conv1d([1.0, 2, 3], [0.5, 0.5, 1]))
println(movavg([1.0, 5, 2, 8, 3], 3))
img = [i * j % 7 for i in 1:5, j in 1:6]
println(conv2d(img, [1 0 -1; 2 0 -2; 1 0 -1]))
println(filtered([1.0, 2.0, -1.0, 0.5]))
