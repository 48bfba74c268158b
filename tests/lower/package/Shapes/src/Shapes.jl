"""
Shapes package.
"""
module Shapes

using LinearAlgebra: norm
import Base: show, +

export Shape, area, Circle, Square, Utils, @twice, describe

include("types.jl")
include("sub/utils.jl")
using .Utils

include("ops.jl")

const VERSION_TEXT = "1.0"
const CACHE = Dict{Any,Float64}()

function cached_area(s)
    get!(() -> area(s), CACHE, s)
end

macro twice(ex)
    quote
        $(esc(ex))
        log_call("twice")
        $(esc(ex))
    end
end
log_call(x) = println("log: ", x)

function __init__()
    println("Shapes loaded")
end

end # module
