# modules
module Geometry
export area, Circle
struct Circle
    r::Float64
end
area(c::Circle) = pi * c.r^2
perimeter(c::Circle) = 2pi * c.r
const UNIT = Circle(1.0)
end
using .Geometry
println(area(Circle(2.0)))
println(Geometry.perimeter(Geometry.UNIT))

# nested modules and relative import
module A
x = 1
module B
export fb
import ..x
fb() = x + 1
module C
using ..B: fb
gc() = fb() + 10
end
end
using .B
fa() = fb() + B.C.gc()
end
println(A.fa())
println(A.B.C.gc())

# import to extend
module M
export describe, Thing
abstract type Thing end
describe(t::Thing) = "thing " * name(t)
name(t::Thing) = "?"
end
import .M: name, describe
struct Dog <: M.Thing end
name(::Dog) = "dog"
println(describe(Dog()))
M.name(::Int) = "int"
println(M.name(3))
