# A singly linked list with the iteration protocol.
abstract type LinkedList{T} end
struct Nil{T} <: LinkedList{T} end
struct Cons{T} <: LinkedList{T}
    head::T
    tail::LinkedList{T}
end
Nil() = Nil{Any}()
Cons(h::T, t::LinkedList{T}) where {T} = Cons{T}(h, t)
list() = Nil()
list(x::T) where {T} = Cons(x, Nil{T}())
function list(xs::T...) where {T}
    l = Nil{T}()
    for x in Iterators.reverse(xs)
        l = Cons(x, l)
    end
    l
end

Base.iterate(l::LinkedList) = iterate(l, l)
Base.iterate(::LinkedList, ::Nil) = nothing
Base.iterate(::LinkedList, state::Cons) = (state.head, state.tail)
Base.eltype(::Type{<:LinkedList{T}}) where {T} = T
Base.length(::Nil) = 0
Base.length(l::Cons) = 1 + length(l.tail)
Base.isempty(::Nil) = true
Base.isempty(::Cons) = false
Base.first(l::Cons) = l.head
Base.:(==)(::Nil, ::Nil) = true
Base.:(==)(a::Cons, b::Cons) = a.head == b.head && a.tail == b.tail
Base.:(==)(::LinkedList, ::LinkedList) = false
Base.map(f, l::Nil) = l
Base.map(f, l::Cons) = Cons(f(l.head), map(f, l.tail))
Base.reverse(l::LinkedList{T}) where {T} = foldl((acc, x) -> Cons(x, acc), l; init = Nil{T}())
Base.show(io::IO, ::Nil) = print(io, "nil()")
function Base.show(io::IO, l::Cons)
    print(io, "list(")
    show(io, l.head)
    for x in l.tail
        print(io, ", ")
        show(io, x)
    end
    print(io, ")")
end

l = list(1, 2, 3, 4)
println(l)
println(length(l), " ", eltype(l), " ", typeof(l))
println(collect(l))
println(sum(l), " ", maximum(l), " ", 3 in l, " ", 9 in l)
println(map(x -> x^2, l))
println(reverse(l))
println(list(1, 2) == list(1, 2), " ", list(1, 2) == list(1, 3), " ", list() == list(1))
println([x + 1 for x in l if isodd(x)])
println(list("a", "b"))
for (i, x) in enumerate(l)
    print(i, "=>", x, " ")
end
println()
a, b = l
println(a, " ", b)
println(first(l), " ", isempty(Nil()), " ", isempty(l))
println(zip(l, "abcd") |> collect)

mutable struct Node{T}
    value::T
    next::Union{Node{T},Nothing}
end
Node(v) = Node(v, nothing)
mutable struct Queue{T}
    head::Union{Node{T},Nothing}
    tail::Union{Node{T},Nothing}
    size::Int
    Queue{T}() where {T} = new{T}(nothing, nothing, 0)
end
function enqueue!(q::Queue{T}, v) where {T}
    n = Node{T}(v, nothing)
    if q.tail === nothing
        q.head = n
    else
        q.tail.next = n
    end
    q.tail = n
    q.size += 1
    return q
end
function dequeue!(q::Queue)
    q.head === nothing && throw(ArgumentError("queue is empty"))
    v = q.head.value
    q.head = q.head.next
    q.head === nothing && (q.tail = nothing)
    q.size -= 1
    return v
end
q = Queue{Int}()
for i in 1:5
    enqueue!(q, i * 10)
end
println(dequeue!(q), " ", dequeue!(q), " ", q.size)
while q.size > 0
    print(dequeue!(q), " ")
end
println()
try
    dequeue!(q)
catch e
    println(e)
end
