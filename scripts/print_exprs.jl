# Prints what `string` makes of each top-level expression of a file, one JSON string a line:
#     julia scripts/print_exprs.jl FILE > FILE.txt
function json(text)
    escape(c) = c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c == '\n' ? "\\n" : c == '\t' ? "\\t" : string(c)
    return string('"', map(escape, collect(text))..., '"')
end
parsed = Base.parse_input_line(read(ARGS[1], String); filename = "file.jl")
for ex in parsed.args
    ex isa Expr && println(json(string(ex)))
end
