area(c::Circle) = pi * c.r^2
area(s::Square) = s.a^2
+(a::Square, b::Square) = Square(sqrt(area(a) + area(b)))
show(io::IO, c::Circle) = print(io, "Circle of ", c.r)
describe(s::Shape) = string(typeof(s), " with half area ", half(area(s)), " ", Utils.ishape(s))
