# A tokenizer, a parser and an evaluator for a small language.
struct Token
    kind::Symbol
    text::String
end

function tokenize(s::String)
    tokens = Token[]
    i = 1
    while i <= length(s)
        c = s[i]
        if isspace(c)
            i += 1
        elseif isdigit(c)
            j = i
            while j <= length(s) && (isdigit(s[j]) || s[j] == '.')
                j += 1
            end
            push!(tokens, Token(:number, s[i:j-1]))
            i = j
        elseif isletter(c)
            j = i
            while j <= length(s) && (isletter(s[j]) || isdigit(s[j]))
                j += 1
            end
            word = s[i:j-1]
            push!(tokens, Token(word in ("let", "if", "then", "else", "fn") ? :keyword : :name, word))
            i = j
        else
            push!(tokens, Token(:op, string(c)))
            i += 1
        end
    end
    push!(tokens, Token(:eof, ""))
    return tokens
end

abstract type Node end
struct Num <: Node; value::Float64; end
struct Name <: Node; name::String; end
struct BinOp <: Node; op::Char; left::Node; right::Node; end
struct Call <: Node; f::Node; arg::Node; end
struct Fn <: Node; param::String; body::Node; end
struct Let <: Node; name::String; value::Node; body::Node; end
struct If <: Node; test::Node; then::Node; otherwise::Node; end

mutable struct Parser
    tokens::Vector{Token}
    pos::Int
end
Parser(s::String) = Parser(tokenize(s), 1)
peek(p::Parser) = p.tokens[p.pos]
function advance!(p::Parser)
    t = peek(p)
    p.pos += 1
    t
end
struct SyntaxError <: Exception
    msg::String
end
function expect!(p::Parser, text)
    t = advance!(p)
    t.text == text || throw(SyntaxError("expected '$text', found '$(t.text)'"))
    t
end

function expression(p::Parser)
    t = peek(p)
    if t.kind == :keyword && t.text == "let"
        advance!(p)
        name = advance!(p).text
        expect!(p, "=")
        value = expression(p)
        expect!(p, ";")
        return Let(name, value, expression(p))
    elseif t.kind == :keyword && t.text == "if"
        advance!(p)
        test = expression(p)
        expect!(p, "then")
        a = expression(p)
        expect!(p, "else")
        return If(test, a, expression(p))
    elseif t.kind == :keyword && t.text == "fn"
        advance!(p)
        name = advance!(p).text
        expect!(p, ":")
        return Fn(name, expression(p))
    end
    return additive(p)
end
function additive(p)
    left = term(p)
    while peek(p).text in ("+", "-", "<")
        op = advance!(p).text[1]
        left = BinOp(op, left, term(p))
    end
    left
end
function term(p)
    left = application(p)
    while peek(p).text in ("*", "/")
        op = advance!(p).text[1]
        left = BinOp(op, left, application(p))
    end
    left
end
function application(p)
    f = atom(p)
    while peek(p).text == "("
        advance!(p)
        arg = expression(p)
        expect!(p, ")")
        f = Call(f, arg)
    end
    f
end
function atom(p)
    t = advance!(p)
    t.kind == :number && return Num(parse(Float64, t.text))
    t.kind == :name && return Name(t.text)
    if t.text == "("
        e = expression(p)
        expect!(p, ")")
        return e
    end
    throw(SyntaxError("unexpected '$(t.text)'"))
end

const Env = Dict{String,Any}
struct Closure
    fn::Fn
    env::Env
end
run(n::Num, env) = n.value
run(n::Name, env) = haskey(env, n.name) ? env[n.name] : error("undefined: $(n.name)")
function run(n::BinOp, env)
    a, b = run(n.left, env), run(n.right, env)
    n.op == '+' ? a + b : n.op == '-' ? a - b : n.op == '*' ? a * b : n.op == '/' ? a / b : Float64(a < b)
end
run(n::Fn, env) = Closure(n, env)
function run(n::Let, env)
    inner = copy(env)
    inner[n.name] = run(n.value, inner)
    if inner[n.name] isa Closure
        inner[n.name].env[n.name] = inner[n.name]
    end
    run(n.body, inner)
end
run(n::If, env) = run(n.test, env) != 0 ? run(n.then, env) : run(n.otherwise, env)
function run(n::Call, env)
    f = run(n.f, env)
    inner = copy(f.env)
    inner[f.fn.param] = run(n.arg, env)
    run(f.fn.body, inner)
end
evaluate(s) = run(expression(Parser(s)), Env())

println(evaluate("1 + 2 * 3"))
println(evaluate("(1 + 2) * 3 / 4"))
println(evaluate("let x = 5; x * x - 1"))
println(evaluate("let fact = fn n: if n < 1 then 1 else n * fact(n - 1); fact(10)"))
println(evaluate("let add = fn a: fn b: a + b; add(3)(4)"))
println(evaluate("let fib = fn n: if n < 2 then n else fib(n - 1) + fib(n - 2); fib(12)"))
for bad in ("1 + ", "let x 3", "(1", "y + 1")
    try
        evaluate(bad)
    catch e
        if e isa SyntaxError
            println("syntax: ", e.msg)
        else
            println("error: ", e.msg)
        end
    end
end
println(tokenize("a1 + 2.5"))
