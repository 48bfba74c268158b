if x
end
if x end
if x; end
struct A end
struct A
end
struct A; end
begin end
begin
end
let
end
let x
end
let x end
for i in x; end
for i in x end
for i in x
  # comment

end
while x

end
try
catch
end
try catch end
try; catch e; end
function f() end
function f()
end
f() do x
end
f() do x end
f() do; end
f() do
end
quote end
module A end
module A
end
if x
else
end
if x else end
if x
 1

else
 2;

end
begin
 1
 # foo

end
macro x()
end
begin; end
begin ;
end
if x;; end
begin;
 x
end
begin;

end
if x;

else 1 end
try;

catch;

end
try catch;

end
try
catch e

end
try x finally end
try x finally;
end
try x finally
end
let;

end
let x;

end
let x
;
end
begin
;

x; 

end
function f();

end
f(x) =

  y
f(x) = begin

end
f(x) = begin x
end
x ->

 y
x -> begin y end
(x;

y)
(x; y;
z)
f(x) = (x; 
y)
f(x) = (x;)
:(x; y)
quote
x
y end
@m begin
x
end
@m(x,
  @n y)
A.@m x
[@m a
 @m b]
let x = 1, y
 2 end
if a
elseif b
 b
 c
elseif b 1
end
g() do x, y
 1 end
"doc"
"foo"
"doc"

f
x = """
a
""" * @m
@doc "x" ->
f
@doc "y"
f
`a
b`
r"x
y"
f(@m,
@m)
module A

"x"
f
end
struct A
  x::Int

  A() = new()
end
if x
 1
elseif y

end
if x
 1
elseif y end
if x
 1
elseif y
 
elseif z


end
function (x; y)
end
function (x; y=1, z) end
function (x=1; y) end
function (x, z; y) end
function (x; y; z) end
function (x...; y) end
function (; y) end
function (x;) end
function (;) end
(x; y=1) -> 2
catch_test() = try x
catch;
 y
end
try x catch
;y end
let;
y
end
