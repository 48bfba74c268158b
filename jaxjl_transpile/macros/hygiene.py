"""Hygiene: in what a macro gives, names mean what they mean where the macro was written.

A variable that the expansion itself makes gets a name of its own, any other name is looked up in
the macro's module; what stands in `esc(…)` is left to the place of the call.
"""

from __future__ import annotations

from ..syntax.expr import Expr, GlobalRef, Node, Symbol, sym

_UNTOUCHED = frozenset(
    ["line", "meta", "quote", "inert", "using", "import", "export", "public", "module", "#lowered"]
)
_FIXED = frozenset(["end", "begin", "new", ":", "..."])


class Hygiene:
    """Resolves the names of one expansion."""

    def __init__(self, module: str, same_module: bool, count: int) -> None:
        self.module = module
        self.same_module = same_module
        self.count = count
        self.renamed: dict[str, Symbol] = {}
        self.kept: set[str] = set()

    def run(self, node: Node) -> Node:
        """The expansion with its names resolved."""
        _Binders(self).scan(node, top=True)
        return self.resolve(node)

    def bind(self, name: str) -> None:
        """Gives a variable of the expansion a name of its own."""
        if name not in self.renamed and not name.startswith("#"):
            self.renamed[name] = sym(f"#{self.count}#{name}")

    # ------------------------------------------------------------------------------- renaming

    def name(self, symbol: Symbol) -> Node:
        """What a name of the expansion becomes."""
        text = symbol.name
        if text in self.kept or text in _FIXED or text.startswith("#") or text.strip("_") == "":
            return symbol
        if text in self.renamed:
            return self.renamed[text]
        if text.startswith(".") and len(text) > 1:
            return symbol
        return GlobalRef(self.module, text)

    def resolve(self, node: Node) -> Node:
        """A node of the expansion with its names resolved."""
        if isinstance(node, Symbol):
            return self.name(node)
        if not isinstance(node, Expr):
            return node
        head = node.head
        if head == "escape":
            return node.args[0]
        if head in _UNTOUCHED:
            return self._quoted(node) if head == "quote" else node
        if head == "." and len(node.args) == 2 and not isinstance(node.args[1], Expr):
            return Expr(".", [self.resolve(node.args[0]), node.args[1]], node.span)
        if head in ("kw", "=") and isinstance(node.args[0], Symbol) and head == "kw":
            return Expr("kw", [node.args[0], self.resolve(node.args[1])], node.span)
        if head in ("tuple", "parameters"):
            return Expr(head, [self._named(arg) for arg in node.args], node.span)
        if head == "struct":
            return self._struct(node)
        if head == "call" and self._is_dotted(node.args[0]):
            rest = [self.resolve(arg) for arg in node.args[1:]]
            return Expr("call", [node.args[0], *rest], node.span)
        return Expr(head, [self.resolve(arg) for arg in node.args], node.span)

    @staticmethod
    def _is_dotted(node: Node) -> bool:
        return isinstance(node, Symbol) and node.name.startswith(".") and len(node.name) > 1

    def _named(self, arg: Node) -> Node:
        """`(a = 1,)` keeps the name of its field."""
        if isinstance(arg, Expr) and arg.head in ("=", "kw") and isinstance(arg.args[0], Symbol):
            return Expr(arg.head, [arg.args[0], self.resolve(arg.args[1])], arg.span)
        return self.resolve(arg)

    def _quoted(self, node: Expr, depth: int = 1) -> Expr:
        args: list[Node] = []
        for arg in node.args:
            if not isinstance(arg, Expr):
                args.append(arg)
            elif arg.head == "$" and depth == 1:
                args.append(Expr("$", [self.resolve(a) for a in arg.args], arg.span))
            else:
                step = {"$": -1, "quote": 1}.get(arg.head, 0)
                args.append(self._quoted(arg, depth + step))
        return Expr(node.head, args, node.span)

    def _struct(self, node: Expr) -> Expr:
        """The names of a struct and of its fields stay."""
        mutable, head, body = node.args
        assert isinstance(body, Expr)
        fields: list[Node] = []
        for part in body.args:
            if isinstance(part, Expr) and part.head == "::" and isinstance(part.args[0], Symbol):
                fields.append(Expr("::", [part.args[0], self.resolve(part.args[1])], part.span))
            elif isinstance(part, Symbol):
                fields.append(part)
            else:
                fields.append(self.resolve(part))
        return Expr("struct", [mutable, self._type_head(head), Expr("block", fields)], node.span)

    def _type_head(self, head: Node) -> Node:
        if isinstance(head, Expr) and head.head == "escape":
            return head.args[0]
        if isinstance(head, Expr) and head.head == "<:":
            return Expr("<:", [self._type_head(head.args[0]), self.resolve(head.args[1])])
        if isinstance(head, Expr) and head.head == "curly":
            return Expr("curly", [self._type_head(head.args[0]), *map(self.resolve, head.args[1:])])
        return head


class _Binders:
    """Finds the variables that an expansion makes."""

    def __init__(self, hygiene: Hygiene) -> None:
        self.hygiene = hygiene

    def scan(self, node: Node, top: bool = False) -> None:
        if not isinstance(node, Expr) or node.head in ("escape", *_UNTOUCHED):
            return
        head, args = node.head, node.args
        if head == "=" or (head.endswith("=") and len(head) > 1 and _is_update(head)):
            self._assignment(node, top)
        elif head == "function":
            self._signature(args[0], top)
        elif head == "->":
            self._params(args[0])
        elif head in ("local", "for", "let", "generator", "filter"):
            self._headers(node)
        elif head == "global":
            for arg in args:
                self._keep(arg.args[0] if isinstance(arg, Expr) and arg.head == "=" else arg)
        elif head == "try" and isinstance(args[1], Symbol):
            self.hygiene.bind(args[1].name)
        elif head in ("where", "struct", "abstract", "primitive"):
            self._type_variables(node)
        inner_top = top and head in ("block", "toplevel", "const", "macrocall")
        for arg in args:
            if isinstance(arg, Expr) and head in ("tuple", "parameters") and arg.head == "=":
                self.scan(arg.args[1])
            else:
                self.scan(arg, inner_top)

    def _assignment(self, node: Expr, top: bool) -> None:
        target = node.args[0]
        while isinstance(target, Expr) and target.head in ("where", "::"):
            if target.head == "where" or isinstance(target.args[0], Expr):
                if target.head == "where":
                    self._type_variables(target)
                target = target.args[0]
            else:
                break
        if isinstance(target, Expr) and target.head == "call":
            self._signature(target, top)
        else:
            self._names(target)

    def _names(self, target: Node) -> None:
        if isinstance(target, Symbol):
            self.hygiene.bind(target.name)
        elif isinstance(target, Expr):
            if target.head in ("tuple", "parameters"):
                for arg in target.args:
                    self._names(arg)
            elif target.head == "::" and len(target.args) == 1:
                return
            elif target.head in ("::", "...", "kw", "=", "outer"):
                self._names(target.args[0])

    def _keep(self, node: Node) -> None:
        if isinstance(node, Symbol):
            self.hygiene.kept.add(node.name)
        elif isinstance(node, Expr) and node.head in ("tuple", "::"):
            for arg in node.args:
                self._keep(arg)

    def _signature(self, head: Node, top: bool) -> None:
        """The parameters of a function; its name, unless it is the module's."""
        while isinstance(head, Expr) and head.head in ("where", "::"):
            if head.head == "where":
                self._type_variables(head)
            head = head.args[0]
        if isinstance(head, Symbol):
            self._function_name(head, top)
        if not isinstance(head, Expr):
            return
        args = head.args
        if head.head == "call":
            self._function_name(args[0], top)
            args = args[1:]
        for arg in args:
            self._params(arg)

    def _function_name(self, name: Node, top: bool) -> None:
        if isinstance(name, Symbol):
            if not top:
                self.hygiene.bind(name.name)
            elif self.hygiene.same_module:
                self.hygiene.kept.add(name.name)
        elif isinstance(name, Expr) and name.head == "::":
            self._params(name)

    def _params(self, node: Node) -> None:
        if isinstance(node, Expr) and node.head == "parameters":
            for arg in node.args:  # keywords keep their names
                inner = arg.args[0] if isinstance(arg, Expr) and arg.head in ("kw", "=") else arg
                if isinstance(inner, Expr) and inner.head == "...":
                    self._names(inner)
                else:
                    self._keep(inner.args[0] if isinstance(inner, Expr) else inner)
        elif isinstance(node, Expr) and node.head in ("tuple", "block"):
            for arg in node.args:
                self._params(arg)
        else:
            self._names(node)

    def _headers(self, node: Expr) -> None:
        parts = node.args if node.head in ("local", "generator", "filter") else node.args[:1]
        for part in parts:
            inner = part.args if isinstance(part, Expr) and part.head == "block" else [part]
            for header in inner:
                if isinstance(header, Expr) and header.head == "=":
                    self._names(header.args[0])
                elif node.head in ("local", "let"):
                    self._names(header)

    def _type_variables(self, node: Expr) -> None:
        parts: list[Node] = []
        if node.head == "where":
            parts = node.args[1:]
        else:
            head = node.args[1] if node.head == "struct" else node.args[0]
            if isinstance(head, Expr) and head.head == "<:":
                head = head.args[0]
            if isinstance(head, Expr) and head.head == "curly":
                parts = head.args[1:]
                head = head.args[0]
            self._keep(head)
        for part in parts:
            while isinstance(part, Expr) and part.head in ("<:", ">:"):
                part = part.args[0]
            if isinstance(part, Symbol):
                self.hygiene.bind(part.name)


def _is_update(head: str) -> bool:
    return head[0] != "." and head not in ("==", "!=", "<=", ">=", "===", "!==", "=>", ":=")
