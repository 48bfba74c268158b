"""The first walk over a module: macros expanded, files included, names and modules noted."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from ..macros.expand import Expander
from ..macros.registry import MacroError
from ..syntax.expr import Expr, GlobalRef, LineNumberNode, Node, QuoteNode, Symbol, sym
from ..syntax.parser import parse_file
from ..syntax.source import Span
from . import assigned, constant
from .context import Context
from .evaluate import NotKnown, Scope, evaluate
from .imports import ImportProblem, bring_in
from .lowerer import LoweringError
from .modules import ModuleScope
from .signature import is_expr, method_signature
from .types import type_name
from .unroll import defines_by_eval, unroll


@dataclass
class Collected:
    """A module's expanded expressions in order; a nested module is a `Collected` among them."""

    module: ModuleScope
    items: list[Node | Collected] = field(default_factory=list)


_DEFINITIONS = frozenset(["function", "=", "const", "struct", "abstract", "primitive", "#doc"])


_PACKAGE_MANAGER = frozenset(
    map(sym, ["activate", "add", "instantiate", "develop", "update", "resolve", "precompile"])
)
_TYPES = frozenset(["struct", "abstract", "primitive", "#doc"])


def lifted(node: Expr, types: list[Node]) -> Expr:
    """An expression without the types that a `let`, a loop or a test set in it defines.

    They are the module's wherever they stand, but not inside a function, where Julia has none.
    """
    if node.head in _INSIDE and not _is_test_set(node):
        return node
    args: list[Node] = []
    for arg in node.args:
        if isinstance(arg, Expr) and arg.head in _TYPES and node.head != "toplevel":
            inner = arg.args[1] if arg.head == "#doc" else arg
            if isinstance(inner, Expr) and inner.head in _TYPES:
                types.append(arg)
                args.append(None)
                continue
        args.append(_lifted_part(arg, node, types))
    return Expr(node.head, args, node.span)


_INSIDE = frozenset(["function", "->", "if", "quote", "inert", "macro", "=", "#lowered", "const"])


def _lifted_part(arg: Node, parent: Expr, types: list[Node]) -> Node:
    if not isinstance(arg, Expr):
        return arg
    if arg.head == "->" and _is_test_set(parent):
        body = arg.args[1]
        assert isinstance(body, Expr)
        return Expr("->", [arg.args[0], lifted(body, types)], arg.span)
    return lifted(arg, types)


def _is_test_set(node: Expr) -> bool:
    callee = node.args[0] if node.head == "call" else None
    return isinstance(callee, GlobalRef) and callee.name == "do_testset"


class Collector:
    """Collects one module of a file and the files that it includes."""

    def __init__(self, module: ModuleScope, context: Context) -> None:
        self.module = module
        self.context = context
        self.found = Collected(module)
        self.expander = Expander(module, context)
        self.constants: Scope = {}  # what `@eval` loops may run over
        self.files: list[str] = [os.path.abspath(module.file or context.source.name)]

    def statements(self, nodes: list[Node]) -> None:
        """Collects expressions, each by itself, so that all problems are found."""
        for node in nodes:
            try:
                self.statement(node)
            except (LoweringError, MacroError):
                continue

    def statement(self, node: Node) -> None:
        """Collects one expression of the module's top level."""
        if isinstance(node, (LineNumberNode, type(None))):
            return
        if isinstance(node, Expr):
            handler = _HANDLERS.get(node.head)
            if handler is not None:
                handler(self, node)
                return
            if node.head == "call" and self._is_call(node):
                return
        self.add(node)

    def add(self, node: Node) -> None:
        """Adds an expression without top-level forms, its macros expanded."""
        expanded = self.expander.expand(node)
        if isinstance(expanded, Expr) and expanded.head not in _TYPES:
            types: list[Node] = []
            expanded = lifted(expanded, types)
            for definition in types:
                self.add(definition)
        if isinstance(expanded, Expr):
            self._note(expanded)
            self._remember(expanded)
            if expanded.head in _DEFINITIONS:
                self.module.definitions.append(expanded)
        self.found.items.append(expanded)

    def _remember(self, node: Expr) -> None:
        """Keeps the value of `const ops = (:+, :-)`, over which an `@eval` loop may run."""
        inner = node.args[0] if node.head == "const" else node
        if isinstance(inner, Expr) and inner.head == "=" and isinstance(inner.args[0], Symbol):
            value = inner.args[1]
            if isinstance(value, Expr) and value.head in ("tuple", "vect"):
                try:
                    self.constants[inner.args[0].name] = evaluate(value, self.constants)
                except NotKnown:
                    return

    def _is_call(self, node: Expr) -> bool:
        """Handles `include("file.jl")` and `eval(:(…))`."""
        callee = node.args[0]
        if isinstance(callee, Symbol) and callee.name == "include" and len(node.args) == 2:
            self.include(node.args[1], node.span)
            return True
        if isinstance(callee, Expr) and callee.head == "." and callee.args[0] is not None:
            name = callee.args[1]
            quoted = name.value if isinstance(name, QuoteNode) else None
            if callee.args[0] is sym("Pkg") and quoted in _PACKAGE_MANAGER:
                return True  # what is installed is not this program's matter
            if quoted is sym("include") and len(node.args) == 3:
                self.include(node.args[2], node.span)
                return True
        if callee is sym("push!") and len(node.args) == 3 and node.args[1] is sym("LOAD_PATH"):
            folder = constant.text(self.expander.expand(node.args[2]))
            if folder is not None:  # where `using` looks for packages
                base = os.path.dirname(self.files[-1])
                self.context.load_path = (*self.context.load_path, os.path.join(base, folder))
                return True
        if isinstance(callee, Symbol) and callee.name == "eval" and len(node.args) == 2:
            quoted = node.args[1]
            if isinstance(quoted, Expr) and quoted.head == "quote" and not _interpolates(quoted):
                self.statement(quoted.args[0])
                return True
        return False

    # --------------------------------------------------------------------------------- names

    def _note(self, node: Expr) -> None:
        """Notes the names that an expression binds in the module."""
        if node.head in ("struct", "abstract", "primitive"):
            self.module.bind(type_name(node), "type")
        if node.head == "#doc":
            inner = node.args[1]
            if isinstance(inner, Expr):
                self._note(inner)
            return
        names = assigned.scan(node)
        for name in names.assigned:
            if name in names.functions and name in self.module.imported:
                continue
            if name not in names.locals:
                self._bind(name, "function" if name in names.functions else "variable")
        if node.head == "const":
            for name in [*names.assigned, *names.globals]:
                self.module.bind(name, "const")
        if node.head == "=" and is_expr(node.args[0], "curly"):
            for name in names.assigned:
                self.module.bind(name, "const")
        self._globals(node)

    def _bind(self, name: str, kind: str) -> None:
        self.module.bind(name, kind)

    def _globals(self, node: Node) -> None:
        """Names declared `global` anywhere inside, and types defined inside an `if`."""
        if not isinstance(node, Expr) or node.head in ("quote", "inert"):
            return
        if node.head == "global":
            for name in assigned.scan(node).globals:
                self._bind(name, "variable")
        if node.head in ("struct", "abstract", "primitive"):
            self.module.bind(type_name(node), "type")
            return
        if node.head == "macro":  # inside an `if`
            _macro_definition(self, node)
            return
        if node.head == "call" and constant.callee_name(node.args[0]) in ("eval", "include_string"):
            self.module.dynamic = True
        for arg in node.args:
            self._globals(arg)

    # --------------------------------------------------------------------------------- files

    def include(self, argument: Node, span: Span | None) -> None:
        """Collects the expressions of an included file in place."""
        path = constant.text(self.expander.expand(argument))
        if path is None:
            self.context.report(
                "E0304", "`include` of a computed path is not supported", span,
                "write the path as a literal string",
            )  # fmt: skip
            return
        full = os.path.join(os.path.dirname(self.files[-1]), path)
        if full in self.files:
            chain = " -> ".join(os.path.basename(f) for f in [*self.files, full])
            self.context.report("E0425", f"cyclic include: {chain}", span)
            return
        source = self.context.read(full)
        if source is None:
            self.context.report(
                "E0426", f"could not open file {full}", span, "the path is relative to this file"
            )
            return
        self.context.included.append(full)
        parsed = parse_file(source, self.context.options)
        self.context.diagnostics.extend(parsed.diagnostics)
        self.files.append(full)
        before, self.expander.file = self.expander.file, full
        self.statements(parsed.expressions)
        self.files.pop()
        self.expander.file = before

    # ------------------------------------------------------------------------------- modules

    def nested(self, node: Expr, doc: str | None = None) -> None:
        """Collects a `module … end`."""
        standard, name, body = node.args[:3]
        assert isinstance(name, Symbol) and isinstance(body, Expr)
        inner = ModuleScope(
            (*self.module.path, name.name), self.module, not standard, self.files[-1],
            packages=self.module.packages, doc=doc, span=node.span,
        )  # fmt: skip
        self.module.children[name.name] = inner
        self.module.bind(name.name, "module")
        self.module.own[name.name] = "module"
        collector = Collector(inner, self.context)
        collector.files = self.files
        collector.expander.file = self.expander.file
        collector.statements(body.args)
        self.found.items.append(collector.found)
        self.module.definitions.append(node)

    def package(self, name: str, path: str) -> ModuleScope | None:
        """Collects a package that was found in a file; it becomes a module of the program."""
        source = self.context.read(path)
        if source is None:
            return None
        self.context.included.append(path)
        parsed = parse_file(source, self.context.options)
        self.context.diagnostics.extend(parsed.diagnostics)
        root = self.module.root
        holder = Collector(root, self.context)
        holder.files = [os.path.abspath(path)]
        holder.expander.file = path
        holder.statements([n for n in parsed.expressions if is_expr(_undocumented(n), "module")])
        self.found.items.extend(holder.found.items)
        return root.children.get(name)


def _undocumented(node: Node) -> Node:
    if isinstance(node, Expr) and node.head == "macrocall" and len(node.args) > 3:
        return node.args[3]
    return node


def _interpolates(node: Node) -> bool:
    if not isinstance(node, Expr):
        return False
    return node.head == "$" or any(_interpolates(arg) for arg in node.args)


def _each(collector: Collector, node: Expr) -> None:
    if node.head == "block" and assigned.scan(node).locals:
        collector.add(node)  # one statement: its locals live in all of it
        return
    collector.statements(list(node.args))


def _module(collector: Collector, node: Expr) -> None:
    collector.nested(node)


def _import(collector: Collector, node: Expr) -> None:
    try:
        bring_in(collector, node)
    except ImportProblem as problem:
        collector.context.report("E0427", problem.message, node.span, problem.hint)
        return
    collector.found.items.append(node)
    collector.module.definitions.append(node)


def _export(collector: Collector, node: Expr) -> None:
    if node.head == "export":
        names = [arg.name for arg in node.args if isinstance(arg, Symbol)]
        collector.module.exports.extend(names)


def _macro_definition(collector: Collector, node: Expr) -> None:
    head = node.args[0]
    name = head if isinstance(head, Symbol) else method_signature(head).name
    if isinstance(name, Expr) and name.head == ".":
        collector.context.report("E0305", "macros of other modules cannot be extended", node.span)
        return
    assert isinstance(name, Symbol)
    collector.module.macros.setdefault("@" + name.name, []).append(node)
    collector.module.definitions.append(node)


def _macrocall(collector: Collector, node: Expr) -> None:
    expanded = collector.expander.expand_once(node, top=True)
    if expanded is node:
        return
    collector.statement(expanded)


def _doc(collector: Collector, node: Expr) -> None:
    """A docstring and what it documents."""
    text, inner = node.args
    if isinstance(inner, Expr) and inner.head == "module":
        collector.nested(inner, text if isinstance(text, str) else None)
        return
    if isinstance(inner, Expr) and inner.head == "macro":
        collector.statement(inner)
        return
    if isinstance(inner, Expr) and inner.head == "macrocall":
        inner = collector.expander.expand_once(inner, top=True)
        if is_expr(inner, "block", "toplevel"):
            collector.statement(inner)
            return
    collector.add(Expr("#doc", [text, inner], node.span))


def _error(collector: Collector, node: Expr) -> None:
    """What could not be parsed was reported by the parser."""


def _for(collector: Collector, node: Expr) -> None:
    """A loop of definitions by `@eval` is run now."""
    if not defines_by_eval(node):
        collector.add(node)
    elif not unroll(collector, node, collector.constants):
        collector.module.dynamic = True  # its definitions are made while the program runs
        collector.add(node)


_HANDLERS = {
    "for": _for,
    "let": _for,
    "toplevel": _each,
    "block": _each,
    "module": _module,
    "using": _import,
    "import": _import,
    "export": _export,
    "public": _export,
    "macro": _macro_definition,
    "macrocall": _macrocall,
    "#doc": _doc,
    "error": _error,
    "incomplete": _error,
}


def collect(module: ModuleScope, nodes: list[Node], context: Context) -> Collected:
    """The expanded expressions of a module and, in `module`, the names that it binds."""
    collector = Collector(module, context)
    collector.statements(nodes)
    return collector.found
