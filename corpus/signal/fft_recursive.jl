# Cooley-Tukey by recursion, and a naive DFT to compare with.
function myfft(x)
    n = length(x)
    n == 1 && return complex(float(x))
    even = myfft(x[1:2:end])
    odd = myfft(x[2:2:end])
    w = exp.(-2im * π * (0:n÷2-1) / n)
    t = w .* odd
    return [even .+ t; even .- t]
end

dft(x) = [sum(x[k+1] * cis(-2π * j * k / length(x)) for k in 0:length(x)-1) for j in 0:length(x)-1]

x = [1.0, 2, 0, -1, 3, 1, -2, 4]
X = myfft(x)
println(round.(real.(X), digits=6))
println(round.(imag.(X), digits=6))
println(maximum(abs.(X .- dft(x))) < 1e-12)
println(sum(abs2, x), " ", sum(abs2, X) / 8)
z = 3 + 4im
println(z, " ", abs(z), " ", conj(z), " ", z^2, " ", z / (1 - 2im), " ", sqrt(complex(-2.0)))
