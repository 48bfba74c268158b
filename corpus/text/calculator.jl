# A recursive descent parser and evaluator.
mutable struct Lexer
    tokens::Vector{String}
    pos::Int
end
Lexer(s::AbstractString) = Lexer([String(m.match) for m in eachmatch(r"\d+\.?\d*|[-+*/^()]", s)], 1)

peek(l::Lexer) = l.pos <= length(l.tokens) ? l.tokens[l.pos] : ""
function advance!(l::Lexer)
    t = peek(l)
    l.pos += 1
    return t
end

function expression(l)
    v = term(l)
    while peek(l) in ("+", "-")
        op = advance!(l)
        r = term(l)
        v = op == "+" ? v + r : v - r
    end
    return v
end
function term(l)
    v = power(l)
    while peek(l) == "*" || peek(l) == "/"
        if advance!(l) == "*"
            v *= power(l)
        else
            v /= power(l)
        end
    end
    v
end
function power(l)
    b = atom(l)
    peek(l) == "^" ? (advance!(l); b^power(l)) : b
end
function atom(l)
    t = advance!(l)
    if t == "("
        v = expression(l)
        advance!(l) == ")" || error("missing )")
        return v
    elseif t == "-"
        return -atom(l)
    end
    return parse(Float64, t)
end
evaluate(s) = expression(Lexer(s))

for s in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 / 4 - 1", "-(2 + 3) * 2.5"]
    println(s, " = ", evaluate(s))
end
try
    evaluate("(1 + 2")
catch e
    println(typeof(e), ": ", e.msg)
end
