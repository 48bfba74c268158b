module T0
# keyword style macro args
macro opts(args...)
    d = Dict{Symbol,Any}()
    for a in args
        if a isa Expr && a.head == :(=)
            d[a.args[1]] = a.args[2]
        end
    end
    ks = sort(collect(keys(d)))
    :(println($(string(ks)), $(get(d, :n, 0))))
end
@opts n = 3 m = 4
end

module T1
# block walking macro
macro countlines(blk)
    n = count(x -> !(x isa LineNumberNode), blk.args)
    :($n)
end
println(@countlines begin
    a = 1
    b = 2
    c = 3
end)
macro rules(blk)
    out = Expr(:block)
    for ex in blk.args
        ex isa LineNumberNode && continue
        @assert ex.head == :call && ex.args[1] == :(=>)
        lhs, rhs = ex.args[2], ex.args[3]
        push!(out.args, :(println($(string(lhs)), " gives ", $(esc(rhs)))))
    end
    out
end
@rules begin
    one => 1
    two => 1 + 1
end
end

module T2
# gensym and nested function hygiene
macro map_twice(f, xs)
    g = gensym("g")
    quote
        $g = $(esc(f))
        [$g($g(x)) for x in $(esc(xs))]
    end
end
x = [1, 2]
println(@map_twice v -> v + 1 x)
macro acc(n)
    quote
        s = 0
        for i in 1:$(esc(n))
            s += i
        end
        s
    end
end
function usesacc(n)
    s = 100
    t = @acc n
    s + t
end
println(usesacc(3))
end

module T3
# recursive macro and macro calling macro
macro fact(n)
    n <= 1 ? 1 : :($n * @fact $(n - 1))
end
println(@fact 5)
macro plus1(x)
    :($(esc(x)) + 1)
end
macro plus2(x)
    :(@plus1(@plus1($(esc(x)))))
end
y = 5
println(@plus2 y)
end

module T4
# macro defining several methods and types
abstract type Shape end
macro shape(name, fields, area)
    fs = [:($f::Float64) for f in fields.args]
    quote
        struct $(esc(name)) <: Shape
            $(fs...)
        end
        function $(esc(:area))(s::$(esc(name)))
            $([:($(esc(f)) = s.$f) for f in fields.args]...)
            $(esc(area))
        end
    end
end
@shape Rect (w, h) w * h
@shape Disc (r,) 3 * r^2
println(area(Rect(2, 3)), " ", area(Disc(2)))
println(Rect <: Shape)
end

module T5
# source and module
macro where_am_i()
    line = __source__.line
    :(println("line ", $line))
end
@where_am_i
end

module T6
# nothing and literals
macro nop(args...)
    nothing
end
@nop a b c
println(@nop)
macro lit()
    1.5
end
println(@lit() + 1)
macro sym(s)
    QuoteNode(s)
end
println(@sym foo)
macro tup(a, b)
    esc(:(($a, $b)))
end
println(@tup 1 2)
end

module T7
# pipeline macro like @pipe
rewrite(ex, prev) = ex
function rewrite(ex::Symbol, prev)
    ex == :_ ? prev : ex
end
function rewrite(ex::Expr, prev)
    Expr(ex.head, map(a -> rewrite(a, prev), ex.args)...)
end
function pipe(ex)
    if ex isa Expr && ex.head == :call && ex.args[1] == :|>
        return rewrite(ex.args[3], pipe(ex.args[2]))
    end
    ex
end
macro pipe(ex)
    esc(pipe(ex))
end
println(@pipe [1, 2, 3] |> map(x -> x^2, _) |> sum(_) |> _ + 1)
end

module T8
# horner macro with interpolated loop
macro horner(x, p...)
    ex = esc(p[end])
    for i in length(p)-1:-1:1
        ex = :(muladd(t, $ex, $(esc(p[i]))))
    end
    Expr(:block, :(t = $(esc(x))), ex)
end
println(@horner(2.0, 1, 2, 3))
end

module T9
# switch macro
macro switch(val, blk)
    v = gensym()
    ex = nothing
    for c in reverse(filter(a -> !(a isa LineNumberNode), blk.args))
        cond, body = c.args[2], c.args[3]
        if cond == :_
            ex = esc(body)
        else
            ex = Expr(:if, :($v == $(esc(cond))), esc(body), ex)
        end
    end
    quote
        let $v = $(esc(val))
            $ex
        end
    end
end
f(x) = @switch x begin
    1 => "one"
    2 => "two"
    _ => "many"
end
println(f(1), f(2), f(9))
end

module T10
# const evaluated at macro time
const TABLE = Dict(:a => 1, :b => 2)
macro lookup(s)
    TABLE[s]
end
println(@lookup(a) + @lookup(b))
end
