push!(LOAD_PATH, @__DIR__)
using Shapes
println(describe(Circle(1.0)))
println(Circle(2.0), " ", Square(3) + Square(4))
@twice println("x")
println(Shapes.VERSION_TEXT, Utils.half(3))
import Shapes.Utils: half
println(half(5), Shapes.Utils.ishape(1))
