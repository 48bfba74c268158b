"""The IR as text to read in tests: one node a line, blocks indented."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from .. import ir
from ..syntax.expr import Literal, Symbol


def dump(program: ir.Program) -> str:
    """The program as text. Variables are numbered where a name occurs twice."""
    printer = _Printer()
    printer.module(program.module)
    return "\n".join(printer.lines) + "\n"


class _Printer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.level = 0
        self.names: dict[ir.Var, str] = {}
        self.used: dict[str, int] = {}

    def line(self, text: str) -> None:
        self.lines.append("    " * self.level + text)

    def var(self, var: ir.Var) -> str:
        if var not in self.names:
            base = "_" + var.name if var.kind is ir.VarKind.TEMPORARY else var.name or "_"
            count = self.used[base] = self.used.get(base, 0) + 1
            self.names[var] = base if count == 1 else f"{base}~{count}"
        return self.names[var]

    # ------------------------------------------------------------------------- statements

    def module(self, module: ir.Module) -> None:
        if module.exports:
            self.line("export " + ", ".join(module.exports))
        for statement in module.body:
            self.statement(statement)

    def body(self, body: ir.Body) -> None:
        self.level += 1
        if body.locals:
            self.line("local " + ", ".join(self.var(v) for v in body.locals))
        for statement in body.statements:
            self.statement(statement)
        self.level -= 1

    def statement(self, s: ir.Statement) -> None:
        match s:
            case ir.Assign(target, value):
                self.line(f"{self.target(target)} = {self.value(value)}")
            case ir.BroadcastAssign(target, value):
                self.line(f"{self.value(target)} .= {self.value(value)}")
            case ir.Do(value):
                self.line(f"do {self.value(value)}")
            case ir.Return(value):
                self.line(f"return {self.value(value)}")
            case ir.Break():
                self.line("break")
            case ir.Continue():
                self.line("continue")
            case ir.If(test, then, orelse):
                self.line(f"if {self.value(test)}")
                self.body(then)
                if orelse.statements:
                    self.line("else")
                    self.body(orelse)
            case ir.For(iterations, body):
                parts = [f"{self.target(i.target)} in {self.value(i.iterator)}" for i in iterations]
                self.line("for " + ", ".join(parts))
                self.body(body)
            case ir.While(setup, test, body):
                if setup.statements:
                    self.line("while-setup")
                    self.body(setup)
                self.line(f"while {self.value(test)}")
                self.body(body)
            case ir.Let(body):
                self.line("let")
                self.body(body)
            case ir.Try():
                self.try_(s)
            case _:
                self.definition(s)

    def try_(self, s: ir.Try) -> None:
        self.line("try")
        self.body(s.body)
        if s.handler is not None:
            self.line("catch" + (f" {self.var(s.variable)}" if s.variable else ""))
            self.body(s.handler)
        if s.orelse is not None:
            self.line("else")
            self.body(s.orelse)
        if s.final is not None:
            self.line("finally")
            self.body(s.final)

    def definition(self, s: ir.Statement) -> None:
        match s:
            case ir.DefineMethod(target, function):
                name = "" if target is None else self.value(target)
                if function is None:
                    self.line(f"method {name}")
                else:
                    self.line(f"method {name}{self.head(function)}")
                    self.body(function.body)
            case ir.DefineStruct():
                keyword = "mutable struct" if s.mutable else "struct"
                self.line(f"{keyword} {s.name}{self.parameters(s.parameters)}{self.super(s)}")
                self.level += 1
                for field in s.fields:
                    kind = "" if field.type is None else "::" + self.value(field.type)
                    default = "" if field.default is None else " = " + self.value(field.default)
                    self.line(("const " if field.const else "") + field.name + kind + default)
                for constructor in s.constructors:
                    self.statement(constructor)
                self.level -= 1
            case ir.DefineAbstract():
                bits = "" if s.bits is None else " " + self.value(s.bits)
                self.line(f"abstract {s.name}{self.parameters(s.parameters)}{self.super(s)}{bits}")
            case ir.DefineModule(module):
                self.line("module " + ".".join(module.path))
                self.level += 1
                self.module(module)
                self.level -= 1
            case ir.Using(module):
                self.line(f"using {module}")
            case _:
                raise TypeError(type(s))

    def super(self, s: Any) -> str:
        return "" if s.supertype is None else " <: " + self.value(s.supertype)

    def parameters(self, parameters: tuple[ir.TypeParameter, ...]) -> str:
        if not parameters:
            return ""
        return "{" + ", ".join(self.parameter(p) for p in parameters) + "}"

    def parameter(self, p: ir.TypeParameter) -> str:
        text = self.var(p.var)
        if p.lower is not None:
            text = f"{self.value(p.lower)} <: {text}"
        if p.upper is not None:
            text = f"{text} <: {self.value(p.upper)}"
        return text

    def head(self, f: ir.Function) -> str:
        text = "" if f.callee is None else f"[{self.param(f.callee)}]"
        text += "(" + ", ".join(self.param(p) for p in f.params)
        if f.keywords:
            text += "; " + ", ".join(self.param(p) for p in f.keywords)
        text += ")"
        return text + (" where " + self.parameters(f.where) if f.where else "")

    def param(self, p: ir.Param) -> str:
        text = self.var(p.var) + ("..." if p.slurp else "")
        if p.type is not None:
            text += "::" + self.value(p.type)
        return text + (" = " + self.value(p.default) if p.default is not None else "")

    # ----------------------------------------------------------------------------- values

    def target(self, t: ir.Target) -> str:
        match t:
            case ir.LocalTarget(var):
                return self.var(var)
            case ir.GlobalTarget(module, name, const):
                return ("const " if const else "") + ".".join([*module[1:], "@" + name])
            case ir.IndexTarget(array, indices):
                return f"{self.value(array)}[{self.list(indices)}]"
            case ir.FieldTarget(owner, name):
                return f"{self.value(owner)}.{name}"
            case ir.TupleTarget(items, slurp, names):
                parts = [
                    self.target(i) + ("..." if k == slurp else "") for k, i in enumerate(items)
                ]
                return "(" + ("; " if names else "") + ", ".join(parts) + ")"

    def list(self, values: tuple[ir.Value, ...]) -> str:
        return ", ".join(self.value(v) for v in values)

    def value(self, v: ir.Value) -> str:
        match v:
            case ir.Const(value):
                return self.const(value)
            case ir.Local(var):
                return self.var(var)
            case ir.Global(module, name):
                return ".".join([*module[1:], "@" + name])
            case ir.BuiltinName(module, name):
                return name if module in ("Base", "Core") else f"{module}.{name}"
            case ir.Unbound(name):
                return f"?{name}"
            case ir.Splat(inner):
                return self.value(inner) + "..."
            case ir.Call(function, arguments, keywords):
                return f"{self.value(function)}({self.arguments(arguments, keywords)})"
            case ir.Index(array, indices, keywords):
                return f"{self.value(array)}[{self.arguments(indices, keywords)}]"
            case ir.Field(owner, name):
                return f"{self.value(owner)}.{name}"
            case ir.Tup(items, None):
                return f"({self.list(items)},)" if len(items) == 1 else f"({self.list(items)})"
            case ir.Tup(items, names):
                assert names is not None
                pairs = zip(names, items, strict=True)
                return "(; " + ", ".join(f"{n}={self.value(i)}" for n, i in pairs) + ")"
            case ir.Select(test, then, orelse):
                return f"({self.value(test)} ? {self.value(then)} : {self.value(orelse)})"
            case ir.Logic(op, left, right):
                return f"({self.value(left)} {op.value} {self.value(right)})"
        return self.closure(v)

    def arguments(self, values: tuple[ir.Value, ...], keywords: tuple[ir.Keyword, ...]) -> str:
        parts = [self.value(v) for v in values]
        parts += [
            self.value(k.value) + "..." if k.name is None else f"{k.name}={self.value(k.value)}"
            for k in keywords
        ]
        return ", ".join(parts)

    def closure(self, v: ir.Value) -> str:
        match v:
            case ir.Lambda(function):
                return self.function(function)
            case ir.Kernel(params, body, arguments):
                names = ", ".join(self.var(p) for p in params)
                return f"kernel(({names}) -> {self.value(body)})({self.list(arguments)})"
            case ir.Comprehension(kind, function, iterators, condition, eltype, flatten):
                parts = [self.function(function), *(self.value(i) for i in iterators)]
                if condition is not None:
                    parts.append("if " + self.function(condition))
                if eltype is not None:
                    parts.append("eltype " + self.value(eltype))
                return f"{kind.value}{'-flatten' if flatten else ''}({'; '.join(parts)})"
            case ir.Where(parameters, body):
                return f"({self.value(body)} where {self.parameters(parameters)})"
            case ir.IsDefined(var):
                return f"isdefined({self.var(var)})"
        raise TypeError([f.name for f in fields(v)])

    def function(self, f: ir.Function) -> str:
        head = self.head(f)
        match f.body:
            case ir.Body((ir.Return(value),), ()):
                return f"{head} -> {self.value(value)}"
        inner = _Printer()
        inner.names, inner.used = self.names, self.used
        inner.body(f.body)
        pad = "    " * (self.level + 1)
        text = "\n".join(pad + line for line in inner.lines)
        return f"{head} -> {{\n{text}\n{'    ' * self.level}}}"

    def const(self, value: Any) -> str:
        if isinstance(value, Symbol):
            return ":" + value.name
        if isinstance(value, Literal):
            return f"{value.type}({value.value!r})"
        if value is None:
            return "nothing"
        if isinstance(value, bool):
            return "true" if value else "false"
        return f'"{value}"' if isinstance(value, str) else repr(value)
