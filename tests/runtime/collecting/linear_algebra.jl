dot([1, 2], [3, 4]), dot([1 + im, 2], [1, 1im]), norm([3, 4]), norm([1, -2, 3], 1), norm([1, -2], Inf), norm([1 2; 3 4]), norm(-3)
dot([1, 2], [1, 2, 3])
dot([1.0, 2], [1.0, 2, 3])
tr([1 2; 3 4]), det([1.0 2; 3 4]), det([2 0; 0 3]), inv([2.0 0; 0 4]), rank([1 2; 2 4])
inv([1 2; 2 4.0])
[2 0; 0 4] \ [2, 4], [1 2; 3 4] \ [5, 6], [1 2; 3 4; 5 6] \ [1, 2, 3], [4 8] / [2 0; 0 4]
[1.0 2; 2 4] \ [1, 2]
cross([1, 0, 0], [0, 1, 0]), kron([1 2], [1, 1]), kron([1 0; 0 1], [1 2; 3 4])
diag([1 2; 3 4]), diagm([1, 2]), diagm(1 => [1, 2]), Diagonal([1, 2]) * [1 2; 3 4], diag([1 2; 3 4], 1)
Matrix(1.0I, 2, 2), [1 2; 3 4] + I, [1 2; 3 4] - 2I, I * [1, 2], Matrix{Int}(I, 2, 2), 3I
triu([1 2; 3 4]), tril([1 2; 3 4]), issymmetric([1 2; 2 1]), ishermitian([1 im; -im 1]), isdiag([1 0; 0 2]), isposdef([2 0; 0 1]), istriu([1 2; 0 1])
eigvals([2.0 0; 0 3]), eigvals(Symmetric([2.0 1; 1 2])), eigen([2.0 0; 0 1]).values, svdvals([3.0 0; 0 4])
opnorm([1.0 2; 3 4], 1), opnorm([1.0 2; 3 4], Inf), cond([2.0 0; 0 1]), normalize([3.0, 4.0])
lu([4.0 3; 6 3]).L, lu([4.0 3; 6 3]).U, lu([4.0 3; 6 3]).p, cholesky([4.0 2; 2 3]).L, cholesky([4.0 2; 2 3]).U
L, U, p = lu([1.0 2; 3 4]); L * U
F = qr([1.0 2; 3 4]); abs.(Matrix(F.Q) * F.R)
cholesky([1.0 2; 2 1])
U, S, V = svd([3.0 0; 0 4]); S
C = zeros(2, 2); mul!(C, [1.0 2; 3 4], [1.0 0; 0 1]); C
y = [1.0, 2]; axpy!(2, [1, 1], y); y
x = [1.0, 2]; rmul!(x, 2); x
[1.0 2; 3 4]^-1, [1 2; 3 4]^0, exp(zeros(2, 2)), sqrt([4.0 0; 0 9])
Diagonal([1.0, 2.0]), Symmetric([1 2; 3 4]), UpperTriangular([1 2; 3 4]), Tridiagonal([1, 2], [1, 2, 3], [4, 5]), transpose([1 2; 3 4]), adjoint([1im 2])
[1 2; 3 4]' * [1, 2], [1, 2]' * [1 2; 3 4], [1, 2]' * [1 2; 3 4] * [1, 2], ([1 2; 3 4]')', transpose([1, 2]) * [1, 2]
[1 2; 3 4] * [1, 2, 3]
[1 2; 3 4] + [1 2]
det([1 2 3; 4 5 6])
pinv([1.0 0; 0 2]), nullspace([1.0 0; 0 0]) |> size, logdet([2.0 0; 0 3]), [1, 2] ⋅ [3, 4], norm(Float32[3, 4])
typeof([1, 2]'), typeof(Diagonal([1])), typeof(Symmetric([1 2; 2 1])), size([1, 2, 3]'), [1 2; 3 4]'[1, 2]
A = [1 2; 3 4]; B = A'; B[1, 2] = 9; A
UpperTriangular([1.0 2; 0 4]) \ [2.0, 4.0], LowerTriangular([1.0 0; 3 4]) * [1, 1], inv(Diagonal([2.0, 4.0])), Diagonal([1, 2]) + I
givens(3.0, 4.0, 1, 2)[2], lmul!(2, [1, 2]), ldiv!(zeros(2), lu([2.0 0; 0 4]), [2.0, 4.0])
eigen(Symmetric([2.0 0; 0 3])).vectors .|> abs, sum(eigvals([1 2; 3 4])), prod(eigvals([1.0 2; 2 1]))
[1 2] * [3, 4], [1, 2] * [3 4], 2I + 3I, I(2)
