# ---- operands with statements keep Julia's order
f(a(), (t = b(); t), c())
# ---- an updated place is evaluated once
v[g()] += h()
# ---- a chain evaluates its middle once
0 < m() <= n()
# ---- short circuit with a jump
function q(x)
    x > 0 || return nothing
    x
end
# ---- dotted calls fuse
y = sqrt.(abs.(x) .+ 1) .* w[2]
# ---- dotted assignment into a slice
a[2:end, 1] .= b .^ 2
# ---- a value of a branch with statements
z = if c
    s = 1
    s + 1
else
    2
end
# ---- for with an outer variable and two iterators
function o()
    i = 0
    for outer i in 1:3, j in 1:i
        j > 1 && break
    end
    i
end
# ---- keyword defaults see what is before them
k(a, b=a; c=b, d...) = (a, b, c, d)
# ---- destructuring
(p, (r, s...)), u.x = t
# ---- try with all its parts
function e()
    try
        risky()
    catch err
        handle(err)
    finally
        close()
    end
end
# ---- comprehensions
[i * j for i in 1:2, j in 1:i if i > j]
# ---- types with free variables
g(x::Vector{<:Real}, y::Array{T,N}) where {T<:Number,N} = T
# ---- end of an inner index
a[b[end], end]
# ---- typed local variables convert
function tl()
    x::Int = 1.0
    x += 2
end
# ---- quoted code
:(f($x, y...; z = 1))
# ---- let makes new variables
let x = x, y
    x
end
# ---- generated names of macros do not clash
@show x
# ---- a struct with constructors
struct P{T}
    x::T
    P(x) = new{typeof(x)}(x)
    P{T}(x) where {T} = new(x)
end
# ---- while whose test needs statements
function wh()
    while (n = next()) > 0
        use(n)
    end
end
