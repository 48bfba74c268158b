"""The engine of lowering: values, statements in Julia's order, scopes, and the table of handlers.

A handler of `VALUES` gives a value and may first add statements. A handler of `STATEMENTS` is for
what has no value without statements (`if`, loops, `try`): it is told where its value goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from .. import ir
from ..syntax.expr import Expr, GlobalRef, LineNumberNode, Node, QuoteNode, Symbol
from ..syntax.source import Span
from . import assigned, libraries
from .context import Context
from .modules import Library, ModuleScope, member
from .scopes import GLOBAL, FunctionInfo, Scope, ScopeKind
from .shape import is_quiet, is_value
from .signature import without_lines
from .sinks import EFFECT, Effect, Sink, Store, Tail

NOTHING = ir.Const(None)
ValueHandler = Callable[["Lowerer", Expr], ir.Value]
StatementHandler = Callable[["Lowerer", Expr, Sink], None]
VALUES: dict[str, ValueHandler] = {}
STATEMENTS: dict[str, StatementHandler] = {}


def value_of(*heads: str) -> Callable[[ValueHandler], ValueHandler]:
    """Registers the handler of the heads that are values."""

    def register(handler: ValueHandler) -> ValueHandler:
        for head in heads:
            VALUES[head] = handler
        return handler

    return register


def statement_of(*heads: str) -> Callable[[StatementHandler], StatementHandler]:
    """Registers the handler of the heads that are statements."""

    def register(handler: StatementHandler) -> StatementHandler:
        for head in heads:
            STATEMENTS[head] = handler
        return handler

    return register


class LoweringError(Exception):
    """Leaves the current top-level expression, once its problem has been reported."""


class Lowerer:
    """Lowers the expressions of one module."""

    def __init__(self, module: ModuleScope, context: Context) -> None:
        self.module = module
        self.context = context
        self.scope = Scope(ScopeKind.MODULE, None, FunctionInfo())
        self.out: list[ir.Statement] = []
        self.span: Span | None = None
        self.rebound: set[ir.Var] = set()  # variables that a closure assigns
        self.branches: list[int] = []  # the branches around the current statement
        self.defined: dict[ir.Var, list[int]] = {}  # where a local function got its first method
        self._branch_count = 0
        self.ends: list[tuple[ir.Value, int, int]] = []  # what `end` means: object, position, count
        self.applied_target: ir.Value | None = None  # `Point{T}` of the last `Point{T}(x) = …`

    # ------------------------------------------------------------------------------- messages

    def fail(
        self, code: str, message: str, node: Node = None, hint: str | None = None
    ) -> LoweringError:
        """Reports a problem; to be raised."""
        span = node.span if isinstance(node, Expr) and node.span else self.span
        self.context.report(code, message, span, hint)
        return LoweringError(message)

    # --------------------------------------------------------------------------------- values

    def value(self, node: Node) -> ir.Value:
        """The value of an expression; the statements it needs come before it."""
        if isinstance(node, Symbol):
            return self.name(node.name)
        if isinstance(node, Expr):
            return self._value_of(node)
        if isinstance(node, QuoteNode):
            return self._quoted(node.value)
        if isinstance(node, GlobalRef):
            return self.global_ref(node)
        if isinstance(node, LineNumberNode):
            return NOTHING
        return ir.Const(node, self.span)

    def _value_of(self, node: Expr) -> ir.Value:
        with self.at(node):
            handler = VALUES.get(node.head)
            if handler is not None:
                return handler(self, node)
            statement = STATEMENTS.get(node.head)
            if statement is not None:
                var = self.temporary("value")
                statement(self, node, self.into_variable(var))
                return ir.Local(var, node.span)
            if assigned.is_op_assignment(node.head) or node.head.startswith("."):
                return VALUES["op="](self, node)
            effect = EFFECTS.get(node.head)
            if effect is not None:  # a definition
                effect(self, node)
                return NOTHING
            raise self.fail("E0300", f"`{node.head}` is not supported", node)

    def _quoted(self, node: Node) -> ir.Value:
        if isinstance(node, (Expr, QuoteNode, LineNumberNode, GlobalRef)):
            return VALUES["quote"](self, Expr("inert", [node], self.span))
        return ir.Const(node, self.span)

    def into(self, node: Node, sink: Sink) -> None:
        """Lowers an expression whose value goes to `sink`."""
        if isinstance(node, Expr) and node.head in STATEMENTS:
            with self.at(node):
                STATEMENTS[node.head](self, node, sink)
        elif isinstance(node, LineNumberNode):
            self.put(sink, NOTHING)
        elif isinstance(sink, Effect) and isinstance(node, Expr):
            with self.at(node):
                value = self._effect_value(node)
                self.put(sink, value, node.span)
        else:
            value = self.value(node)
            self.put(sink, value, node.span if isinstance(node, Expr) else self.span)

    def _effect_value(self, node: Expr) -> ir.Value:
        handler = EFFECTS.get(node.head)
        if (
            handler is None
            and (assigned.is_op_assignment(node.head) or node.head.startswith("."))
            and node.head not in VALUES
        ):
            handler = EFFECTS["op="]
        if handler is not None:
            handler(self, node)
            return NOTHING
        return self.value(node)

    def effect(self, node: Node) -> None:
        """Lowers an expression for its effect."""
        self.into(node, EFFECT)

    def put(self, sink: Sink, value: ir.Value, span: Span | None = None) -> None:
        """Gives a value to a sink."""
        span = span or value.span or self.span
        match sink:
            case Effect():
                if _has_effect(value):
                    self.add(ir.Do(value, span))
            case Tail():
                self.add(ir.Return(self.returned(value), span))
            case Store():
                sink.assign(value, span)

    def returned(self, value: ir.Value) -> ir.Value:
        """A function's value, converted to its declared return type."""
        wanted = self.scope.function.return_type
        return value if wanted is None else self.base_call("convert", wanted, value)

    def into_variable(self, var: ir.Var) -> Store:
        """A sink that assigns a variable."""
        return Store(
            lambda value, span: self.add(ir.Assign(ir.LocalTarget(var, span), value, span))
        )

    def values(self, nodes: list[Node]) -> list[ir.Value]:
        """Values left to right: one whose successors need statements is kept in a temporary."""
        return self.each(nodes, self.value)

    def each(self, nodes: Sequence[Node], lower: Callable[[Node], ir.Value]) -> list[ir.Value]:
        """What `lower` gives of each node, each evaluated after those before it."""
        return self.in_order([partial(lower, node) for node in nodes])

    def in_order(self, parts: list[Callable[[], ir.Value]]) -> list[ir.Value]:
        """What the parts give, each evaluated after those before it."""
        results: list[tuple[list[ir.Statement], ir.Value]] = []
        for part in parts:
            with self.collected() as statements:
                value = part()
            results.append((statements, value))
        return self.ordered(results)

    def ordered(self, results: list[tuple[list[ir.Statement], ir.Value]]) -> list[ir.Value]:
        """The values of parts that were lowered apart, each evaluated after those before it."""
        values: list[ir.Value] = []
        for position, (statements, value) in enumerate(results):
            self.out.extend(statements)
            later = [s for more, _ in results[position + 1 :] for s in more]
            if later and not self.stays(value, later):
                value = self.kept(value)
            values.append(value)
        return values

    def stays(self, value: ir.Value, later: list[ir.Statement]) -> bool:
        """Whether statements that run later cannot change what a value gives."""
        match value:
            case ir.Const() | ir.BuiltinName() | ir.Lambda():
                return True
            case ir.Global(module, name):
                return self.is_definition(module, name)
            case ir.Local(var):
                return var.kind is ir.VarKind.TEMPORARY or (
                    var not in self.rebound and not assigns(later, var)
                )
            case ir.Splat(inner):
                return self.stays(inner, later) and isinstance(inner, ir.Const)
            case ir.Tup(items):
                return all(self.stays(item, later) for item in items)
            case _:
                return False

    def kept(self, value: ir.Value, hint: str = "value") -> ir.Value:
        """The value in a temporary."""
        if isinstance(value, ir.Splat):
            return ir.Splat(self.kept(self.base_call("tuple", value)), value.span)
        var = self.temporary(hint)
        self.add(ir.Assign(ir.LocalTarget(var, value.span), value, value.span))
        return ir.Local(var, value.span)

    def simple(self, value: ir.Value, hint: str = "value", *between: Node) -> ir.Value:
        """A value that can be written twice: a constant or a variable, else a temporary's.

        A global is written twice where what is evaluated between the two surely assigns nothing.
        """
        if isinstance(value, (ir.Const, ir.Local, ir.BuiltinName)):
            return value
        if isinstance(value, (ir.Global, ir.Unbound)) and between and all(map(is_quiet, between)):
            return value
        return self.kept(value, hint)

    def pure(self, node: Node) -> ir.Value:
        """The value of an expression; if that needs statements, a call of a closure."""
        if is_value(node):
            with self.collected() as statements:
                value = self.value(node)
            if not statements:
                return value
        from .functions import thunk

        return ir.Call(ir.Lambda(thunk(self, node), self.span), (), span=self.span)

    # ---------------------------------------------------------------------------------- names

    def name(self, name: str) -> ir.Value:
        """The value that a name has here."""
        if name == "end" and self.ends:
            return self._end(True)
        if name == "begin" and self.ends:
            return self._end(False)
        found = self.scope.find(name)
        if isinstance(found, ir.Var):
            if name.strip("_") == "":
                raise self.fail("E0401", "all-underscore names can only be written to")
            return ir.Local(found, self.span)
        if found is GLOBAL:
            return ir.Global(self.module.path, name, self.span)
        return self.supported(self.module.resolve(name, self.span))

    def supported(self, value: ir.Value) -> ir.Value:
        """The value, unless it is a name of a library that the runtime lacks."""
        if isinstance(value, ir.BuiltinName) and not libraries.is_supported(value.module):
            raise self.fail(
                "E0313",
                f"`{value.name}`: the library {value.module} is not supported",
                hint="put a Julia package of that name on JAXJL_LOAD_PATH, or do without it",
            )
        return value

    def _end(self, last: bool) -> ir.Value:
        array, position, count = self.ends[-1]
        arguments: tuple[ir.Value, ...] = (array,)
        if count > 1:
            arguments = (array, ir.Const(position, self.span))
        function = ir.BuiltinName("Base", "lastindex" if last else "firstindex", self.span)
        return ir.Call(function, arguments, span=self.span)

    def global_ref(self, ref: GlobalRef) -> ir.Value:
        """The value of a name in a given module."""
        path = tuple(ref.module.split("."))
        if libraries.is_library(ref.module) or path[0] in ("Base", "Core"):
            return member(Library(ref.module), ref.name, self.span)
        if path == self.module.path:
            return self.module.resolve(ref.name, self.span)
        scope: ModuleScope | None = self.module.root
        if scope is not None and scope.path[0] != path[0]:
            scope = scope.packages.get(path[0])
        for part in path[1:]:
            scope = scope.children.get(part) if scope else None
        if scope is None:
            return ir.Global(path, ref.name, self.span)
        return scope.resolve(ref.name, self.span)

    def is_builtin(self, name: str) -> bool:
        """Whether a name means Base's or Core's here."""
        if self.scope.find(name) is not None:
            return False
        return isinstance(self.module.resolve(name), ir.BuiltinName)

    def is_definition(self, path: tuple[str, ...], name: str) -> bool:
        """Whether a global is a function, a type or a module, not data."""
        return self._kind(path, name) in ("function", "type", "module")

    def is_type(self, path: tuple[str, ...], name: str) -> bool:
        """Whether a global is a type."""
        return self._kind(path, name) == "type"

    def _kind(self, path: tuple[str, ...], name: str) -> str | None:
        scope = self.module.root.within(path)
        return scope.own.get(name) if scope is not None else None

    def base(self, name: str) -> ir.BuiltinName:
        """A name of Base, whatever is visible here."""
        return ir.BuiltinName("Base", name, self.span)

    def base_call(self, name: str, *arguments: ir.Value) -> ir.Call:
        """A call of a function of Base."""
        return ir.Call(self.base(name), arguments, span=self.span)

    # ------------------------------------------------------------------- statements and scopes

    def add(self, statement: ir.Statement) -> None:
        """Appends a statement."""
        self.out.append(statement)

    def temporary(self, hint: str) -> ir.Var:
        """A new variable of the innermost scope."""
        var = ir.Var(hint, ir.VarKind.TEMPORARY, self.span)
        self.scope.locals.append(var)
        return var

    @contextmanager
    def at(self, node: Expr) -> Iterator[None]:
        """Within: what has no place of its own stands at `node`."""
        before = self.span
        if node.span is not None:
            self.span = node.span
        try:
            yield
        finally:
            self.span = before

    @contextmanager
    def collected(self) -> Iterator[list[ir.Statement]]:
        """Within: statements go to the list that is given."""
        before, self.out = self.out, []
        try:
            yield self.out
        finally:
            self.out = before

    @contextmanager
    def scoped(self, kind: ScopeKind, *nodes: Node, function: FunctionInfo | None = None,
               parameters: dict[str, ir.Var] | None = None) -> Iterator[Scope]:  # fmt: skip
        """Within: a new scope, whose own names are the parameters and those that `nodes` assign."""
        before, before_ends = self.scope, self.ends
        self.scope = Scope(kind, before, function or before.function)
        if kind is ScopeKind.FUNCTION:
            self.ends = []
        self.scope.names.update(parameters or {})
        try:
            self.declare(*nodes)
            yield self.scope
        finally:
            self.scope, self.ends = before, before_ends

    def declare(self, *nodes: Node) -> None:
        """Adds to the scope the names that the code of `nodes` makes its variables."""
        names = assigned.scan(*nodes)
        scope = self.scope
        for name in names.globals:
            if name in names.locals:
                raise self.fail("E0402", f'variable "{name}" declared both local and global')
            scope.names[name] = GLOBAL
            self.module.bind(name, "variable")
        for name, span in names.locals.items():
            if not isinstance(scope.names.get(name), ir.Var) or name not in scope.names:
                self.new_local(name, span, name in names.functions)
        for name, span in names.assigned.items():
            if name in names.locals or name in names.globals or name in scope.names:
                continue
            outer = scope.parent.find(name) if scope.parent else None
            if outer is not None:
                continue  # an enclosing local (or declared global) is assigned
            self._ambiguous(name, span)
            self.new_local(name, span, name in names.functions)
        for name, node in names.types.items():
            bound = scope.find(name)
            if isinstance(bound, ir.Var) and bound.kind is not ir.VarKind.ARGUMENT:
                scope.types.setdefault(bound, node)

    def new_local(self, name: str, span: Span | None, function: bool = False) -> None:
        """Makes a name a new variable of the scope."""
        kind = ir.VarKind.FUNCTION if function else ir.VarKind.LOCAL
        shown = name
        if name.startswith("#"):  # a name that a macro made
            shown, kind = name.rpartition("#")[2], ir.VarKind.TEMPORARY
        self.scope.declare(name, ir.Var(shown, kind, span))

    def _ambiguous(self, name: str, span: Span | None) -> None:
        if self.scope.kind.soft and self.scope.at_top() and name in self.module.own:
            self.context.warn(
                "W0401",
                f"Assignment to `{name}` in soft scope is ambiguous because a global variable by "
                f"the same name exists: `{name}` will be treated as a new local. Disambiguate by "
                f"using `local {name}` to suppress this warning or `global {name}` to assign to "
                "the existing global variable.",
                span,
            )

    def body(self, statements: list[ir.Statement], scope: Scope | None = None) -> ir.Body:
        """A body of these statements; of a scope, with its variables."""
        return ir.Body(tuple(statements), tuple(scope.locals) if scope else ())

    def side(self, node: Node, sink: Sink) -> ir.Body:
        """The statements of a branch, as a body that declares nothing."""
        self._branch_count += 1
        self.branches.append(self._branch_count)
        try:
            with self.collected() as statements:
                self.into(node, sink)
        finally:
            self.branches.pop()
        return self.body(statements)


EFFECTS: dict[str, Callable[[Lowerer, Expr], None]] = {}


def effect_of(*heads: str) -> Callable[[Callable[[Lowerer, Expr], None]], Callable[..., None]]:
    """Registers the handler of a head whose value is not used."""

    def register(handler: Callable[[Lowerer, Expr], None]) -> Callable[..., None]:
        for head in heads:
            EFFECTS[head] = handler
        return handler

    return register


def _has_effect(value: ir.Value) -> bool:
    match value:
        case ir.Const() | ir.Lambda() | ir.BuiltinName():
            return False
        case ir.Local(var):
            return var.kind is ir.VarKind.LOCAL
        case ir.Global():
            return False
        case _:
            return True


def assigns(statements: list[ir.Statement] | tuple[ir.Statement, ...], var: ir.Var) -> bool:
    """Whether statements assign a variable; nested bodies included, functions not."""
    return any(_assigns(statement, var) for statement in statements)


def _assigns(statement: ir.Statement, var: ir.Var) -> bool:
    match statement:
        case ir.Assign(target):
            return _target_has(target, var)
        case ir.DefineMethod(ir.Local(defined), _):
            return defined is var
        case ir.If(_, then, orelse):
            return assigns(then.statements, var) or assigns(orelse.statements, var)
        case ir.For(iterations, body):
            return any(_target_has(i.target, var) for i in iterations) or assigns(
                body.statements, var
            )
        case ir.While(setup, _, body):
            return assigns(setup.statements, var) or assigns(body.statements, var)
        case ir.Let(body):
            return assigns(body.statements, var)
        case ir.Try(body, _, handler, orelse, final):
            bodies = (body, handler, orelse, final)
            return any(part is not None and assigns(part.statements, var) for part in bodies)
        case _:
            return False


def _target_has(target: ir.Target, var: ir.Var) -> bool:
    match target:
        case ir.LocalTarget(found):
            return found is var
        case ir.TupleTarget(items):
            return any(_target_has(item, var) for item in items)
        case _:
            return False


def block(node: Node) -> list[Node]:
    """The expressions of a block, without line numbers; of anything else, itself."""
    if isinstance(node, Expr) and node.head == "block":
        return without_lines(node.args)
    return [node]
