"""The core language between Julia's trees and Python's: values and statements, each with its span.

Lowering ends "everything is an expression": a value holds no statement (but for the bodies of
functions). Variables are objects, one for each binding of one scope, never names. Nodes are
immutable and compare by identity; what a pass finds out lives in side tables keyed by node or
variable.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias, TypeVar, Union, dataclass_transform

from .syntax.expr import Literal, Symbol
from .syntax.source import Span

N = TypeVar("N")


@dataclass_transform(frozen_default=True, eq_default=False)
def node(cls: type[N]) -> type[N]:
    """A node class: slotted, compared by identity, and frozen to the type checker.

    At run time it is not frozen: making the classes would take twice as long, at every start.
    """
    return dataclass(slots=True, eq=False)(cls)


# ---------------------------------------------------------------------------------------- names


class VarKind(Enum):
    """What made a local variable."""

    LOCAL = "local"
    ARGUMENT = "argument"
    STATIC_PARAMETER = "static parameter"  # `T` of `where T`, used as a value in a body
    FUNCTION = "function"  # a local function's name
    TEMPORARY = "temporary"  # made by lowering; its name is a hint for the emitter


@node
class Var:
    """One local variable: one binding of one scope. Its scope is the `Body` that lists it."""

    name: str
    kind: VarKind
    span: Span | None = None


@node
class Module:
    """A Julia module: its statements in order, and what it shows to others.

    `path` is `("Main",)` for a file, `("Main", "Foo")` for `module Foo` in it.
    """

    path: tuple[str, ...]
    body: tuple[Statement, ...]
    exports: tuple[str, ...]
    globals: tuple[str, ...]  # every name that the module itself binds, in order of first binding
    doc: str | None = None
    span: Span | None = None
    constants: tuple[str, ...] = ()  # names declared const, functions, types, modules
    locals: tuple[Var, ...] = ()  # temporaries of the statements of `body` itself


# --------------------------------------------------------------------------------------- values


@node
class Const:
    """A literal: `1`, `2.5`, `true`, `"text"`, `'c'`, `0x0f`, `1f0`, `nothing` (None),
    `:symbol`.
    """

    value: int | float | bool | str | Literal | Symbol | None
    span: Span | None = None


@node
class Local:
    """The value of a local variable."""

    var: Var
    span: Span | None = None


@node
class Global:
    """The value of a name that a module of the program binds. `module` is its path."""

    module: tuple[str, ...]
    name: str
    span: Span | None = None


@node
class BuiltinName:
    """A name of Base, Core or a standard library: `BuiltinName("Base", "sum")`, `("LinearAlgebra",
    "dot")`.

    Operators too: `BuiltinName("Base", "+")`. `name` is Julia's spelling.
    """

    module: str
    name: str
    span: Span | None = None


@node
class Unbound:
    """A name that nothing visible binds: reading it is `UndefVarError` when the code runs."""

    name: str
    span: Span | None = None


@node
class Splat:
    """`x...` among the arguments of `Call`, `Tup`, `Index` (and of an `Assign`'s `TupleTarget`)."""

    value: Value
    span: Span | None = None


@node
class Keyword:
    """`name=value` of a call or a named tuple; `name` None is a splat of pairs (`; opts...`)."""

    name: str | None
    value: Value
    span: Span | None = None


@node
class Call:
    """`f(args...; keywords...)`; operators are calls of their function.

    Lowering leaves these as calls of Base's functions: array literals (`vect hcat vcat hvcat
    hvncat typed_vcat …`), `colon`(`:`), `string` (interpolation), `adjoint` (`'`), `apply_type`
    (`Vector{T}`), `Pair` (`=>`), `typeassert` (`x::T`), `convert`, `throw`, `isdefined`.
    """

    function: Value
    arguments: tuple[Value, ...]
    keywords: tuple[Keyword, ...] = ()
    span: Span | None = None


@node
class Index:
    """`a[i, j]`; `end` and `begin` are already calls of `lastindex` and `firstindex`."""

    object: Value
    indices: tuple[Value, ...]
    keywords: tuple[Keyword, ...] = ()
    span: Span | None = None


@node
class Field:
    """`object.name`: getproperty with a name known here."""

    object: Value
    name: str
    span: Span | None = None


@node
class Tup:
    """`(a, b, c...)`; with `names`, the named tuple `(x=a, y=b)` (a Splat then has the name "")."""

    items: tuple[Value, ...]
    names: tuple[str, ...] | None = None
    span: Span | None = None


@node
class Select:
    """`test ? a : b` whose sides are values without statements."""

    test: Value
    then: Value
    orelse: Value
    span: Span | None = None


class LogicOp(Enum):
    """Short-circuit operators."""

    AND = "&&"
    OR = "||"


@node
class Logic:
    """`a && b`, `a || b` as a value, the right side being a value without statements."""

    op: LogicOp
    left: Value
    right: Value
    span: Span | None = None


@node
class Lambda:
    """An anonymous function as a value: `x -> …`, `do x … end`, `function (x) … end`."""

    function: Function
    span: Span | None = None


@node
class Kernel:
    """A maximal tree of dotted calls, fused: `body` over `params`, applied elementwise to
    `arguments`.

    `sqrt.(x) .+ y[1]` has the params a, b, the arguments `x`, `y[1]` and the body `sqrt(a) + b`.
    Arguments are evaluated left to right before the kernel runs. `keywords` are constant over it.
    """

    params: tuple[Var, ...]
    body: Value
    arguments: tuple[Value, ...]
    span: Span | None = None


class ComprehensionKind(Enum):
    """What a comprehension gives."""

    ARRAY = "array"  # [f(i, j) for i in a, j in b]
    GENERATOR = "generator"  # (f(i) for i in a)


@node
class Comprehension:
    """`[body for targets in iterators if condition]`, `T[…]`, or the generator `(…)`.

    `function` takes one argument an iterator (destructured inside). With `flatten`, `function`
    gives the inner `Comprehension`'s generator, whose elements are joined (`for i in a for j in
    b`).
    """

    kind: ComprehensionKind
    function: Function
    iterators: tuple[Value, ...]
    condition: Function | None = None
    eltype: Value | None = None
    flatten: bool = False
    span: Span | None = None


@node
class Where:
    """A type with free variables, as a value: `Vector{T} where T<:Real`, `Vector{<:Real}`.

    `parameters` are outermost first; a variable that `<:Real` makes has a name that begins with
    `#`.
    """

    parameters: tuple[TypeParameter, ...]
    body: Value
    span: Span | None = None


@node
class IsDefined:
    """`@isdefined x` of a local variable."""

    var: Var
    span: Span | None = None


Value: TypeAlias = Union[
    Const, Local, Global, BuiltinName, Unbound, Splat, Call, Index, Field, Tup, Select, Logic,
    Lambda, Kernel, Comprehension, Where, IsDefined,
]  # fmt: skip


# -------------------------------------------------------------------------------------- targets


@node
class LocalTarget:
    """Assignment to a local variable."""

    var: Var
    span: Span | None = None


@node
class GlobalTarget:
    """Assignment to a global; `const` if so declared (`const x = 1`)."""

    module: tuple[str, ...]
    name: str
    const: bool = False
    span: Span | None = None


@node
class IndexTarget:
    """`a[i, j] = …`: setindex!."""

    object: Value
    indices: tuple[Value, ...]
    keywords: tuple[Keyword, ...] = ()
    span: Span | None = None


@node
class FieldTarget:
    """`a.name = …`: setproperty!."""

    object: Value
    name: str
    span: Span | None = None


@node
class TupleTarget:
    """`a, b = …`; `slurp` is the position of `rest...`, if there is one. With `fields`, `(; a,
    b) = …`.
    """

    items: tuple[Target, ...]
    slurp: int | None = None
    fields: tuple[str, ...] | None = None
    span: Span | None = None


Target: TypeAlias = Union[LocalTarget, GlobalTarget, IndexTarget, FieldTarget, TupleTarget]


# ----------------------------------------------------------------------------------- statements


@node
class Body:
    """Statements of one scope. `locals` are the variables that this scope declares: in a loop's
    body
    they are fresh in each iteration. An `If`'s sides are bodies that declare none."""

    statements: tuple[Statement, ...]
    locals: tuple[Var, ...] = ()


@node
class Assign:
    """`target = value`. Where the value of the assignment is used, lowering has put it in a
    temporary.
    """

    target: Target
    value: Value
    span: Span | None = None


@node
class BroadcastAssign:
    """`target .= kernel`: `target` is the destination array (a view for `a[i] .= …`), stored
    into.
    """

    target: Value
    value: Value  # a Kernel, or a value that is broadcast as it is
    span: Span | None = None


@node
class Do:
    """A value evaluated for its effect."""

    value: Value
    span: Span | None = None


@node
class If:
    """`if`, `elseif` (nested in `orelse`), and `&&`, `||`, `?:` whose sides hold statements.

    `a || return b` is an `If` whose `then` is empty."""

    test: Value
    then: Body
    orelse: Body
    span: Span | None = None


@node
class Iteration:
    """`target in iterator` of a `for`. Targets are the body's own variables unless `outer`."""

    target: Target
    iterator: Value
    span: Span | None = None


@node
class For:
    """`for i in a, j in b … end`: later iterators may use earlier variables; `break` leaves all."""

    iterations: tuple[Iteration, ...]
    body: Body
    span: Span | None = None


@node
class While:
    """`while test … end`; `setup` are the statements that the test needs, run before each test."""

    setup: Body
    test: Value
    body: Body
    span: Span | None = None


@node
class Break:
    """Leaves the innermost loop."""

    span: Span | None = None


@node
class Continue:
    """Goes on with the innermost loop's next iteration."""

    span: Span | None = None


@node
class Return:
    """`return value`; also a function's last value."""

    value: Value
    span: Span | None = None


@node
class Try:
    """`try … catch e … else … finally … end`; `handler` None where there is no `catch`."""

    body: Body
    variable: Var | None
    handler: Body | None
    orelse: Body | None
    final: Body | None
    span: Span | None = None


@node
class Let:
    """A scope of its own that runs once: `let`, and the bodies that need fresh variables."""

    body: Body
    span: Span | None = None


@node
class TypeParameter:
    """`T`, `T<:B`, `A<:T<:B` of a `where` or a type's head."""

    var: Var
    lower: Value | None = None
    upper: Value | None = None
    span: Span | None = None


@node
class Param:
    """A parameter. `type` None is `Any`; `default` None is none. `slurp` is `xs...` (or `kw...`);
    `xs::Vararg{T,N}` is a slurp whose type is that application of `Vararg`. A parameter without a
    name (`::T`) has a variable whose name is empty.

    A destructured parameter `((a, b), c)` has a temporary here and an `Assign` first in the body.
    """

    var: Var
    type: Value | None = None
    default: Value | None = None
    slurp: bool = False
    span: Span | None = None


@node
class Function:
    """A method's code. Every path of `body` that ends gives a value by `Return`.

    Defaults may use earlier parameters and are evaluated at each call. `where` is outermost first.
    `callee` is the parameter for the called object in `(p::Poly)(x) = …`.
    """

    name: str | None
    params: tuple[Param, ...]
    keywords: tuple[Param, ...]
    where: tuple[TypeParameter, ...]
    body: Body
    doc: str | None = None
    callee: Param | None = None
    generated: bool = False
    span: Span | None = None


@node
class DefineMethod:
    """A method added to a function.

    `target` is `Local` (a local function), `Global` (the module's own; made if new), `BuiltinName`
    (`Base.show(…) = …`), or any value that names a type or function of another module (`Foo.f(x) =
    …`, a constructor `Point(x) = …`, and `Point{T}(x) where T = …` whose target is
    `apply_type(Point, T)` with `T` of `function.where`); None if `function.callee` says it
    (callable objects). A `Function` without body (`function f end`) has `function` None.
    """

    target: Value | None
    function: Function | None
    span: Span | None = None


@node
class StructField:
    """`name::type` of a struct; `default` only under `Base.@kwdef`; `const` as in `const
    x::Int`.
    """

    name: str
    type: Value | None
    const: bool = False
    default: Value | None = None
    span: Span | None = None


@node
class DefineStruct:
    """`struct` and `mutable struct`. `constructors` are the inner ones; in them `new(…)` is a
    `Call` of
    `BuiltinName("Core", "new")` whose first argument is the type, applied if it was written
    `new{T}`."""

    module: tuple[str, ...]
    name: str
    parameters: tuple[TypeParameter, ...]
    supertype: Value | None
    fields: tuple[StructField, ...]
    constructors: tuple[Statement, ...]
    mutable: bool
    kwdef: bool = False
    doc: str | None = None
    span: Span | None = None


@node
class DefineAbstract:
    """`abstract type Name{…} <: Super end`; `bits` is set for `primitive type Name 8 end`."""

    module: tuple[str, ...]
    name: str
    parameters: tuple[TypeParameter, ...]
    supertype: Value | None
    bits: Value | None = None
    doc: str | None = None
    span: Span | None = None


@node
class DefineModule:
    """A nested `module`."""

    module: Module
    span: Span | None = None


@node
class Using:
    """A standard library or package that the module uses. Names were resolved by lowering
    already.
    """

    module: str
    span: Span | None = None


Statement: TypeAlias = Union[
    Assign, BroadcastAssign, Do, If, For, While, Break, Continue, Return, Try, Let, DefineMethod,
    DefineStruct, DefineAbstract, DefineModule, Using,
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the source: its line (from 1), its text with the `#`, and whether it has the
    line alone.
    """

    line: int
    text: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Program:
    """What lowering gives for one file."""

    module: Module
    comments: tuple[Comment, ...] = field(default=())
