# Writes lower/exports.json: what each module of Base and the standard libraries exports.
#   julia scripts/make_exports.jl jaxjl_transpile/lower/exports.json
# `exports` are the names that `using` gives, `modules` the modules inside, by name.

const LIBRARIES = sort(filter(n -> isdir(joinpath(Sys.STDLIB, n, "src")), readdir(Sys.STDLIB)))

# Names of later versions that the Julia which runs this may lack, by the version that exports them.
const LATER = Dict(
    "Base" => split("""
        sincospi cispi insorted isdisjoint issetequal ismutable isunordered contains readeach redirect_stdio
        Returns nand nor ⊼ ⊽ Splat ComposedFunction errormonitor current_exceptions
        keepat! eachsplit eachrsplit allequal stack hvncat pkgversion logrange Lockable Fix
        CanonicalIndexError Iterators addenv bitreverse tryparse unzip reinterpret
        @something @coalesce @lazy_str @assume_effects @invoke @invokelatest @constprop
        @atomic @atomicswap @atomicreplace @atomiconce isreadable iswritable escape_raw_string
        stdin splice! unsafe_modify! FieldError takestring! ispositive isnegative
        MemoryRef Memory AtomicMemory GenericMemory OneTo""") ,
    "LinearAlgebra" => ["cond", "diagview", "hermitianpart", "hermitianpart!", "ColumnNorm", "NoPivot", "RowMaximum", "RowNonZero", "NoPivot", "eigmax"],
    "Statistics" => ["mean", "std"],
    "Random" => ["randperm"],
    "Test" => ["@test_warn"],
    "Printf" => ["@printf", "@sprintf"],
)
const NOT_EXPORTED_LATER = Set(["Splat", "CanonicalIndexError", "unsafe_modify!", "unzip", "OneTo", "AtomicMemory", "GenericMemory",
    "escape_raw_string", "@assume_effects", "@constprop", "isunordered_", "Lockable_", "reinterpret_"])

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
    later = filter(n -> !(n in NOT_EXPORTED_LATER), get(LATER, name, String[]))
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
