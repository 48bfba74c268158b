f(x, y = 2; k = 1, kw...) = x + y * k - 2x ^ -1
function g(x::T)::Int where {T <: Real, S}
    for i = 1:10, j = i:2:n
        a[i, end - 1] += sqrt.(x .+ y)[begin:end]
        i > 3 && break
    end
    while x < y <= z != 3
        x -= 1
    end
    if a
        b
    elseif c || d && !e
        return
    else
        return x, y
    end
    try
        h(x)
    catch err
        rethrow(err)
    finally
        close(io)
    end
    [x for x in xs if x > 0 for y in ys]
    (a -> a + 1, () -> begin 1; 2 end, (x, y) -> x)
end
struct P{T} <: Q{T}
    x::T
    y
    P(x) = new(x)
end
mutable struct R end
abstract type A <: B end
primitive type C 8 end
module M
using A, B.C, ..D
import E: f, @g, +
export h, @i, ⊗
const z = 0x0f
global u, v = 1, 2
end
x = "a$(b)c\n\t\"\$ α \\" * 'c' * '\n' * '\'' * "\x01\u200b"
(-1)^2 + -x^2 - (-x)^2 + (-1.5)^2 - !a - !(a && b) + √x
a.b.c[1].d(e...)
a.:+ + (a + b).c + "s".x
[1 2; 3 4] * [1, 2, 3]' \ [a b] * Int[1, 2] * Float64[a b; c d]
{a, b}
:x + :(x + y) * :(:) - :+ .- :(=)
quote
    x = $y + $(f(z))
    $(a...)
end
@m x y + 1
y = @n(a, b)
A.@m x
map(x) do y, z
    y + z
end
let x = 1, y
    x
end
r"a\"b"i
`ls -l`
1.0f0 + 1f-10 + 1e100 + 1.5e-7 + 100000.0 + 1e6 + NaN + 12345678901234567890
a ? b : c
a => b => c
(a = 1, b = 2) + (; a = 1) + (a,) + ()
begin end
macro q(x) :($x) end
x::Int
local a, b
f(::Int, x...) where T = nothing
a <: b >: c
-(a + b) * (c - d) / (e * f)
a:b + (1:2):3
a in b ∈ c
(a, b) = c
(f ∘ g)(x)
2x + 2(x + 1)
x' + (a + b)'
function h end
a[b[end], (1; 2)]
do_it() |> f <| g
var"a b" + 1
