import A as B
import A: x as y, z
using A: B.c as d
public a, b
[a;;b]
[a;b;;c;d]
[a b;;; c d]
[;;]
[;;;]
[a ;; b
c ;; d]
[1 2;;
3 4]
T[a;;b]
(; a, b) = t
f(; x)
f(; x, y.z, a=1)
(; x, y=2, b.c)
global x::Int = 1
x::Int = 1
mutable struct A
 const x::Int
 y
 const z
 @atomic w::Int
end
try
 a
catch e
 b
else
 c
finally
 d
end
try x catch else y end
for outer i in 1:3 end
var"a b"
x .|> f
a .&& b .|| c
"a\
   b"
"""
   a
   b $x
   """
@A.b x
A.@b x
A.B.@c x y
f(x) where T where S = 1
(x for a in b for c in d if e)
a[begin:end]
a[b[end]+end]
.+
map(.+, x)
.+(a,b)
.!x
.√x
x.:+
x'
x'y
x |> y |> z
a => b => c
a ? b : c
a ? b : c ? d : e
x -> y, z
x -> y = 1, z
c ? a : b = 1, 2
f(x...; y...)
f(x; y) do z end
@m f(x) do y; end
1:2:3
-1^2
-x^2
-1.0x
2x^3
2(x+1)
(x)y
0x1p3
1e3
1f3
.5
5.
1_000
0b11
0o17
'a'
'\''
'\n'
'\u3b1'
x.y.z = 1
a, b = c
a, b... = c
a, (b, c) = d
(a, b) = c
a, b = c, d
x::T where T
A{T} where {T<:S, U}
A{<:T, >:S}
f(::T, ::S=1) where {T}
function f end
function (x) end
function (x, y) x end
function (a.b)(x) end
function A.f(x) end
function f(x)::Int x end
macro m(x) x end
quote $x; $(y)...; end
:(a + $b)
:(x = 1)
:a
:(a)
:(:a)
:end
:(=)
:+
:.+
:(.+)
:(.=)
a .= b
a .+= b
a ≈ b
a ∈ b
a ∉ b
a in b
a isa B
!a
¬a
√x
∛x
a ⊗ b
a + b ⊕ c
a ÷ b
a // b
a << b
a >>> b
a <: b
a >: b
<:(a)
a == b != c < d
a && b || c
a || b && c
a --> b
a ← b
a <--> b
a ∘ b
a:b
a..b
a...
(a...,)
a.b.c(x)[i].d
a.b(x)
a.(x)
a.b.(x, y; z=1)
a{b}.c
begin end
begin; a; b end
let x=1, y=2; end
let; end
if a; b elseif c; d else e end
while a; b; break; continue; end
return
return 1
return a, b
x = return
module M; end
baremodule M; end
export a, b, @c, +
export (+)
using A, B.C
using .A
using ..A: b, @c
import ...A.b
import A.:+
import A: +, -
import A.(+)
abstract type A end
abstract type A{T} <: B{T} end
primitive type A 8 end
primitive type A <: B 8 end
struct A{T<:Real} <: B x::T; y end
"doc"
f(x) = 1
"doc"
struct A end
@doc "x" f
r"abc"i
`ls -l`
@x_str "a"
raw"a\b"
b"abc"
v"1.2"
"$x y $(z + 1)"
"$x[1]"
"\$x"
"a\tb\x41\u3b1"
"""a"b"""
raw"""
  a
  b"""
