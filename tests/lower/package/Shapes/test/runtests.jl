using Test
using Shapes
@testset "shapes" begin
    @test area(Square(2)) == 4
    @test Shapes.cached_area(Circle(1)) ≈ pi
    @test (Square(3) + Square(4)).a == 5
end
