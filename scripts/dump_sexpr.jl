# Prints Julia files as canonical S-expressions, one line for each top-level expression, as the Julia
# that runs this script parses them. Needs only Base; Julia 1.5 or later.
#
#     julia scripts/dump_sexpr.jl [--lines] FILE...        a FILE that is `-` means standard input
#
# For every FILE: the line `### FILE`, then its expressions. A file with a syntax error gives the single
# line `(error "message")`; the message is for people. The form (ASCII, one space between tokens):
#
#     value := (name value ...)                            Expr: its head, its arguments
#            | :name | "text" | 123 | true | false | nothing      Symbol, String, Int64, ...
#            | UInt8(0x0a) | Int128(-5)                    other integers; unsigned: all hex digits
#            | Float64(0x3ff8000000000000) | Float32(0x3fc00000)  the IEEE bits
#            | Char(0x61) | Char("\xff")                   code point, or the bytes of an ill-formed one
#            | (quotenode value) | (globalref :Core :@doc)
#     name  := bytes from '!' to '~' except ( ) " \, or "text" where that does not do
#     text  := UTF-8 bytes; ' ' to '~' except " and \ as they are, any other byte \xHH
#
# Source lines are left out: each LineNumberNode, and argument 2 of each :macrocall. With `--lines` they
# are shown as `(line 12)`, argument 2 of a :macrocall as that or `nothing`.

const SHOW_LINES = "--lines" in ARGS

function write_text(io::IO, text::AbstractString)
    print(io, '"')
    for byte in codeunits(text)
        if byte == UInt8('"') || byte == UInt8('\\') || !(0x20 <= byte <= 0x7e)
            print(io, "\\x", string(byte, base = 16, pad = 2))
        else
            print(io, Char(byte))
        end
    end
    print(io, '"')
end

function write_name(io::IO, name::Symbol)
    text = string(name)
    isbare(byte) = 0x21 <= byte <= 0x7e && !(Char(byte) in ('(', ')', '"', '\\'))
    !isempty(text) && all(isbare, codeunits(text)) ? print(io, text) : write_text(io, text)
end

hexbits(x::Unsigned) = string("0x", string(x, base = 16, pad = 2 * sizeof(x)))

# One method for each kind of value; a type without a method is an error, on purpose.
write_value(io::IO, x::Symbol) = (print(io, ':'); write_name(io, x))
write_value(io::IO, x::String) = write_text(io, x)
write_value(io::IO, x::Int) = print(io, x)
write_value(io::IO, x::Bool) = print(io, x)
write_value(io::IO, ::Nothing) = print(io, "nothing")
write_value(io::IO, x::Signed) = print(io, typeof(x), '(', x, ')')
write_value(io::IO, x::Unsigned) = print(io, typeof(x), '(', hexbits(x), ')')
write_value(io::IO, x::Float64) = print(io, "Float64(", hexbits(reinterpret(UInt64, x)), ')')
write_value(io::IO, x::Float32) = print(io, "Float32(", hexbits(reinterpret(UInt32, x)), ')')
write_value(io::IO, x::LineNumberNode) = print(io, "(line ", x.line, ')')

function write_value(io::IO, x::QuoteNode)
    print(io, "(quotenode ")
    write_value(io, x.value)
    print(io, ')')
end

function write_value(io::IO, x::GlobalRef)
    print(io, "(globalref ")
    write_value(io, nameof(x.mod))
    print(io, ' ')
    write_value(io, x.name)
    print(io, ')')
end

function write_value(io::IO, x::Char)
    print(io, "Char(")
    if Base.ismalformed(x) || Base.isoverlong(x)
        write_text(io, string(x))
    else
        print(io, "0x", string(UInt32(x), base = 16))
    end
    print(io, ')')
end

function write_value(io::IO, x::Expr)
    print(io, '(')
    write_name(io, x.head)
    for (i, arg) in enumerate(x.args)
        if !SHOW_LINES
            arg isa LineNumberNode && continue
            x.head === :macrocall && i == 2 && continue
        end
        print(io, ' ')
        write_value(io, arg)
    end
    print(io, ')')
end

function parse_source(text::String, filename::String)
    if isdefined(Meta, :parseall)  # Julia 1.6 and later
        parsed = Meta.parseall(text; filename = filename)
    else
        parsed = Base.parse_input_line(text; filename = filename, depwarn = false)
    end
    # The text as a whole is a :toplevel of line nodes and expressions; `a; b` on a line is another in it.
    whole = Meta.isexpr(parsed, :toplevel) && !isempty(parsed.args) && parsed.args[1] isa LineNumberNode
    return filter(ex -> !(ex isa LineNumberNode || ex === nothing), whole ? parsed.args : Any[parsed])
end

function dump(text::String, filename::String)
    exprs = parse_source(text, filename)
    bad = findfirst(ex -> Meta.isexpr(ex, (:error, :incomplete)), exprs)
    if bad === nothing
        foreach(ex -> println(sprint(write_value, ex)), exprs)
    else
        println(sprint(io -> (print(io, "(error "); write_text(io, join(exprs[bad].args, ' ')); print(io, ')'))))
    end
end

if abspath(PROGRAM_FILE) == @__FILE__
    for path in filter(!isequal("--lines"), ARGS)
        println("### ", path)
        dump(path == "-" ? read(stdin, String) : read(path, String), path)
    end
end
