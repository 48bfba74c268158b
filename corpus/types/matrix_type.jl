# Matrix types of one's own: diagonal, triangular, and a row-major dense one.
struct DiagonalMatrix{T,V<:AbstractVector{T}} <: AbstractMatrix{T}
    diag::V
end
Base.size(D::DiagonalMatrix) = (length(D.diag), length(D.diag))
Base.getindex(D::DiagonalMatrix{T}, i::Int, j::Int) where {T} = i == j ? D.diag[i] : zero(T)
Base.:*(A::DiagonalMatrix, B::DiagonalMatrix) = DiagonalMatrix(A.diag .* B.diag)
Base.:*(A::DiagonalMatrix, v::AbstractVector) = A.diag .* v
Base.:+(A::DiagonalMatrix, B::DiagonalMatrix) = DiagonalMatrix(A.diag + B.diag)
Base.inv(D::DiagonalMatrix) = DiagonalMatrix(1 ./ D.diag)
Base.transpose(D::DiagonalMatrix) = D

D = DiagonalMatrix([1.0, 2.0, 4.0])
println(size(D), " ", eltype(D), " ", D[2, 2], " ", D[1, 2])
println(D * [1, 1, 1], " ", (D * D).diag, " ", inv(D).diag)
println(typeof(D), " ", typeof(D * D))
println(sum(D), " ", D[:, 2], " ", maximum(D))
println(D + ones(3, 3))
println(D * ones(3, 2))
println(Matrix(D))
println(D == [1 0 0; 0 2 0; 0 0 4], " ", D' == D, " ", transpose(D) === D)
show(stdout, "text/plain", D)
println()

struct RowMajor{T} <: AbstractMatrix{T}
    data::Vector{T}
    size::Tuple{Int,Int}
end
RowMajor{T}(::UndefInitializer, m::Int, n::Int) where {T} = RowMajor{T}(Vector{T}(undef, m * n), (m, n))
function RowMajor(A::AbstractMatrix{T}) where {T}
    R = RowMajor{T}(undef, size(A)...)
    for i in axes(A, 1), j in axes(A, 2)
        R[i, j] = A[i, j]
    end
    return R
end
Base.size(A::RowMajor) = A.size
Base.getindex(A::RowMajor, i::Int, j::Int) = A.data[(i - 1) * A.size[2] + j]
Base.setindex!(A::RowMajor, v, i::Int, j::Int) = (A.data[(i - 1) * A.size[2] + j] = v)
Base.similar(A::RowMajor, ::Type{T}, dims::Tuple{Int,Int}) where {T} = RowMajor{T}(undef, dims...)

R = RowMajor([1 2 3; 4 5 6])
println(R.data, " ", R[2, 1], " ", R[2, :], " ", R[:, 3])
R[1, 2] = 20
println(R, " ", sum(R; dims = 2), " ", R[5])
println(collect(R'), " ", R * R')
println([R[i, j] for i in 1:2, j in 1:3] == R, " ", R .* 2, " ", map(x -> x + 1, R) == R .+ 1)
C = copy(R)
C[1, 1] = -1
println(R[1, 1], " ", C[1, 1])
for x in R
    print(x, " ")
end
println()
println(findmax(R), " ", count(iseven, R), " ", extrema(R), " ", vec(R), " ", reshape(R, 3, 2))
println(R[CartesianIndex(2, 2)], " ", [I.I for I in CartesianIndices(R)][3], " ", eachindex(R) == CartesianIndices((2, 3)))

struct Constant{T,N} <: AbstractArray{T,N}
    value::T
    dims::NTuple{N,Int}
end
Base.size(c::Constant) = c.dims
Base.getindex(c::Constant{T,N}, I::Vararg{Int,N}) where {T,N} = c.value
c = Constant(7, (2, 3))
println(c, " ", sum(c), " ", c .+ [1 2 3], " ", ndims(c), " ", length(c))
println(Constant(1.5, (3,)) .* [1, 2, 3], " ", Constant(true, (2,)))
