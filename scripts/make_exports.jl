# Writes lower/exports.json: what each module of Base and the standard libraries exports.
#   julia scripts/make_exports.jl jaxjl_transpile/lower/exports.json
# `exports` are the names that `using` gives, `modules` the modules inside, by name.

const LIBRARIES = sort(filter(n -> isdir(joinpath(Sys.STDLIB, n, "src")), readdir(Sys.STDLIB)))

# What later versions, up to 1.11, export besides: the Julia that runs this may be older.
const LATER = Dict(
    "Base" => split("""
        @NamedTuple @something @coalesce @lazy_str @invoke @invokelatest @atomic @atomicswap @atomicreplace
        @atomiconce ⊼ ⊽ nand nor cispi sincospi insorted isunordered ismutable isdisjoint issetequal
        readeach redirect_stdio Returns ComposedFunction errormonitor current_exceptions keepat!
        eachsplit eachrsplit allequal stack hvncat pkgversion logrange Lockable addenv bitreverse
        escape_microsoft_c_args
        AtomicMemory AtomicMemoryRef Memory MemoryRef GenericMemory GenericMemoryRef @kwdef
        copyuntil copyline closewrite"""),
    "LinearAlgebra" => split("ColumnNorm NoPivot RowMaximum RowNonZero hermitianpart hermitianpart! copytrito! diagview"),
    "Random" => ["TaskLocalRNG", "Xoshiro"],
    "Test" => ["detect_closure_boxes"],
    "Dates" => ["Quarter", "quarter"],
)

quoted(s) = "\"" * replace(replace(string(s), "\\" => "\\\\"), "\"" => "\\\"") * "\""
list(names) = "[" * join(map(quoted, names), ", ") * "]"

function exported(m::Module)
    found = String[]
    for name in names(m)
        text = string(name)
        (name === nameof(m) || startswith(text, "#")) && continue
        push!(found, text)
    end
    return found
end

function inner(m::Module)
    found = String[]
    for name in names(m, all=true)
        isdefined(m, name) || continue
        Base.isdeprecated(m, name) && continue
        value = getfield(m, name)
        value isa Module && parentmodule(value) === m && value !== m && push!(found, string(name))
    end
    return sort!(found)
end

function entries!(out, name, m::Module, depth)
    later = get(LATER, name, String[])
    push!(out, (name, sort!(unique!([exported(m); later])), inner(m)))
    depth == 0 && return
    for child in inner(m)
        child in ("Main", "Base", "Core") && continue
        entries!(out, name * "." * child, getfield(m, Symbol(child)), depth - 1)
    end
end

function main(path)
    out = Tuple{String,Vector{String},Vector{String}}[]
    entries!(out, "Core", Core, 1)
    entries!(out, "Base", Base, 2)
    for name in LIBRARIES
        m = try
            Base.require(Main, Symbol(name))
        catch
            continue
        end
        entries!(out, name, m, 1)
    end
    open(path, "w") do io
        println(io, "{")
        for (k, (name, exports, modules)) in enumerate(out)
            print(io, " ", quoted(name), ": {\"exports\": ", list(exports), ", \"modules\": ", list(modules), "}")
            println(io, k == length(out) ? "" : ",")
        end
        println(io, "}")
    end
end

main(ARGS[1])
