A(i, j) = 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1)
function mul_Av!(out, v)
    for i in eachindex(out)
        s = 0.0
        for j in eachindex(v)
            s += A(i - 1, j - 1) * v[j]
        end
        out[i] = s
    end
end
function mul_Atv!(out, v)
    for i in eachindex(out)
        s = 0.0
        for j in eachindex(v)
            s += A(j - 1, i - 1) * v[j]
        end
        out[i] = s
    end
end
function spectral(n)
    u = ones(n)
    v = zeros(n)
    t = zeros(n)
    for _ in 1:10
        mul_Av!(t, u)
        mul_Atv!(v, t)
        mul_Av!(t, v)
        mul_Atv!(u, t)
    end
    sqrt(sum(u .* v) / sum(v .* v))
end

function fannkuch(n)
    p = collect(1:n)
    q = copy(p)
    s = collect(1:n)
    sign, maxflips, sum = 1, 0, 0
    while true
        q0 = p[1]
        if q0 != 1
            q[2:n] = p[2:n]
            flips = 1
            while true
                qq = q[q0]
                if qq == 1
                    sum += sign * flips
                    flips > maxflips && (maxflips = flips)
                    break
                end
                q[q0] = q0
                if q0 >= 4
                    i, j = 2, q0 - 1
                    while i < j
                        q[i], q[j] = q[j], q[i]
                        i += 1
                        j -= 1
                    end
                end
                q0 = qq
                flips += 1
            end
        end
        if sign == 1
            p[1], p[2] = p[2], p[1]
            sign = -1
        else
            p[2], p[3] = p[3], p[2]
            sign = 1
            for i in 3:n
                sx = s[i]
                if sx != 1
                    s[i] = sx - 1
                    break
                end
                i == n && return sum, maxflips
                s[i] = i
                t = p[1]
                p[1:i] = p[2:i+1]
                p[i+1] = t
            end
        end
    end
end
println(spectral(12))
println(fannkuch(5))
