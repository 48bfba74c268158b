module Utils
export half
using ..Shapes: Shape
half(x) = x / 2
ishape(x) = x isa Shape
end
