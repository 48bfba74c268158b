"""Random small Julia programs over control flow, mutation, aliasing and closures.

Each program is one function `p<seed>(x, y, n, a)` of two Float64 vectors of length 5, an Int and a
Float64. It returns weighted sums of what its variables end as, and the two vectors. Values stay
small (indices by `mod1`, integers by `mod`, floats by `clamp`), so that no program overflows or
diverges; every loop ends.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

ARGUMENTS = "([0.5, -1.25, 2.0, 3.5, -0.75], [1.0, 0.25, -2.0, 0.5, 1.5], 4, 0.75)"


@dataclass
class Scope:
    """The variables that may be used here, by type."""

    ints: list[str] = field(default_factory=list)
    floats: list[str] = field(default_factory=list)
    vectors: list[str] = field(default_factory=list)
    functions: list[str] = field(default_factory=list)
    fixed: set[str] = field(default_factory=set)  # loop variables and the like: not assigned to

    def child(self) -> Scope:
        """A copy for an inner scope."""
        return Scope(
            list(self.ints),
            list(self.floats),
            list(self.vectors),
            list(self.functions),
            set(self.fixed),
        )

    def assignable(self, names: list[str]) -> list[str]:
        """Those of the names that a statement may assign."""
        return [name for name in names if name not in self.fixed]


class Generator:
    """Makes the program of one seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.random = random.Random(seed)
        self.count = 0

    def program(self) -> str:
        """The Julia text of the function `p<seed>`."""
        scope = Scope(["n"], ["a"], ["x", "y"], [], {"n"})
        lines = ["    s = 0.0", "    k = 1", "    x = copy(x)", "    y = copy(y)"]
        scope.floats.append("s")
        scope.ints.append("k")
        for _ in range(self.random.randint(3, 6)):
            lines += self.statement(scope, 1, loops=0)
        whole = " + ".join(f"{k}{name}" for k, name in enumerate(scope.ints, 1))
        parts = [*scope.floats, *[f"sum({v})" for v in scope.vectors[2:]]]
        rest = " + ".join(f"{k} * {part}" for k, part in enumerate(parts, 1))
        lines.append(f"    return ({whole}, {rest}, copy(x), copy(y))")
        return "\n".join([f"function p{self.seed}(x, y, n, a)", *lines, "end"])

    def name(self, prefix: str) -> str:
        """A fresh name."""
        self.count += 1
        return f"{prefix}{self.count}"

    # ------------------------------------------------------------------------------ statements

    def statement(self, scope: Scope, depth: int, loops: int) -> list[str]:
        """Lines of one statement at a depth of nesting; `loops` is how many loops surround it."""
        pad = "    " * depth
        simple = [
            self.assign_float, self.assign_float, self.assign_int, self.update, self.update,
            self.write, self.write, self.vector_op,
        ]  # fmt: skip
        compound = [self.branch, self.branch, self.for_loop, self.for_loop, self.while_loop]
        if depth == 1:
            simple += [self.new_vector, self.closure, self.swap]
        kind = self.random.random()
        if loops and kind < 0.08:
            word = self.random.choice(["break", "continue"])
            return [f"{pad}({self.condition(scope)}) && {word}"]
        if depth > 1 and kind < 0.11:
            return [f"{pad}({self.condition(scope)}) && return {self.result(scope)}"]
        if depth < 4 and kind > 0.6:
            lines = self.random.choice(compound)(scope, depth, loops)
        else:
            lines = self.random.choice(simple)(scope)
        return [pad + line for line in lines]

    def result(self, scope: Scope) -> str:
        """What an early `return` gives: the form that the end of the program has, so that it can
        be staged.
        """
        return f"({self.integer(scope)}, {self.number(scope)}, copy(x), copy(y))"

    def block(self, scope: Scope, loops: int) -> list[str]:
        """One to three statements of an inner body, not yet indented beyond one step."""
        lines: list[str] = []
        for _ in range(self.random.randint(1, 3)):
            lines += self.statement(scope, 2 + self._depth, loops)
        cut = 4 * (1 + self._depth)
        return [line[cut:] for line in lines]

    _depth = 0

    def body(self, scope: Scope, depth: int, loops: int) -> list[str]:
        """A nested body, indented by one step."""
        before, self._depth = self._depth, depth - 1
        lines = self.block(scope, loops)
        self._depth = before
        return lines

    def assign_float(self, scope: Scope) -> list[str]:
        known = scope.assignable(scope.floats)
        if known and self.random.random() < 0.6:
            return [f"{self.random.choice(known)} = {self.number(scope)}"]
        value = self.number(scope)
        name = self.name("f")
        scope.floats.append(name)
        return [f"{name} = {value}"]

    def assign_int(self, scope: Scope) -> list[str]:
        known = scope.assignable(scope.ints)
        if known and self.random.random() < 0.7:
            return [f"{self.random.choice(known)} = {self.integer(scope)}"]
        value = self.integer(scope)
        name = self.name("i")
        scope.ints.append(name)
        return [f"{name} = {value}"]

    def update(self, scope: Scope) -> list[str]:
        if self.random.random() < 0.5:
            name = self.random.choice(scope.assignable(scope.ints))
            return [f"{name} = mod({name} + {self.integer(scope)}, 17)"]
        name = self.random.choice(scope.assignable(scope.floats))
        op = self.random.choice(["+=", "-=", "*="])
        return [f"{name} {op} {self.number(scope, 1)}", f"{name} = clamp({name}, -50.0, 50.0)"]

    def write(self, scope: Scope) -> list[str]:
        vector = self.random.choice(scope.vectors)
        index, sign = self.index(scope, vector), self.random.choice(["=", "="])
        return [f"{vector}[{index}] {sign} {self.number(scope)}"]

    def vector_op(self, scope: Scope) -> list[str]:
        vector = self.random.choice(scope.vectors)
        other = self.random.choice(scope.vectors)
        forms = [
            f"{vector} .= {vector} .* 0.5 .+ {self.number(scope, 1)}",
            f"{vector} .+= {self.number(scope, 1)}",
            f"{vector}[{vector} .> {self.number(scope, 1)}] .= {self.number(scope, 1)}",
            f"{vector}[1:2] .= {other}[2:3] .- {self.number(scope, 1)}",
            f"{vector} .= clamp.({vector}, -20, 20)",
            f"reverse!({vector})",
            f"fill!({vector}, {self.number(scope, 1)})",
            f"copyto!({vector}, 1, {other}, 2, 2)",
        ]
        return [self.random.choice(forms)]

    def new_vector(self, scope: Scope) -> list[str]:
        vector = self.random.choice(scope.vectors)
        name = self.name("v")
        forms = [
            f"{name} = {vector}",
            f"{name} = copy({vector})",
            f"{name} = view({vector}, 1:3)",
            f"{name} = @view {vector}[end:-1:1]",
            f"{name} = {vector}[2:end]",
            f"{name} = [{vector}[j] + {self.number(scope, 1)} for j in 1:3]",
            f"{name} = {vector} .+ {self.number(scope, 1)}",
        ]
        scope.vectors.append(name)
        return [self.random.choice(forms)]

    def swap(self, scope: Scope) -> list[str]:
        names = scope.assignable(scope.floats)
        if self.random.random() < 0.5:
            return ["x, y = y, x"]
        first, second = self.random.sample(names, 2)
        return [f"{first}, {second} = {second}, {self.number(scope, 1)}"]

    def closure(self, scope: Scope) -> list[str]:
        name = self.name("g")
        if self.random.random() < 0.5:
            inner = Scope(
                list(scope.ints), [*scope.floats, "t"], scope.vectors, scope.functions, set()
            )
            lines = [f"{name} = t -> {self.number(inner)}"]
        else:
            variable = self.random.choice(scope.assignable(scope.floats))
            lines = [
                f"{name} = function (t)",
                f"    {variable} = clamp({variable} + t, -9.0, 9.0)",
                f"    return {variable} * 2",
                "end",
            ]
        scope.functions.append(name)
        return lines

    def branch(self, scope: Scope, depth: int, loops: int) -> list[str]:
        lines = [f"if {self.condition(scope)}", *self.body(scope.child(), depth, loops)]
        if self.random.random() < 0.3:
            lines += [f"elseif {self.condition(scope)}", *self.body(scope.child(), depth, loops)]
        if self.random.random() < 0.5:
            lines += ["else", *self.body(scope.child(), depth, loops)]
        return [*lines, "end"]

    def for_loop(self, scope: Scope, depth: int, loops: int) -> list[str]:
        inner = scope.child()
        variable = self.name("j")
        choice = self.random.random()
        if choice < 0.75:
            ranges = ["1:3", "1:n", "n:-1:2", "1:2:5", "2:n-1", "3:2", "1:mod(k, 4)"]
            header = f"for {variable} in {self.random.choice(ranges)}"
            inner.ints.append(variable)
        elif choice < 0.9:
            header = f"for {variable} in {self.random.choice(scope.vectors)}"
            inner.floats.append(variable)
        else:
            value = self.name("w")
            header = f"for ({variable}, {value}) in enumerate({self.random.choice(scope.vectors)})"
            inner.ints.append(variable)
            inner.floats.append(value)
            inner.fixed.add(value)
        inner.fixed.add(variable)
        return [header, *self.body(inner, depth, loops + 1), "end"]

    def while_loop(self, scope: Scope, depth: int, loops: int) -> list[str]:
        counter = self.name("c")
        inner = scope.child()
        inner.ints.append(counter)
        inner.fixed.add(counter)
        test = f"{counter} < {self.random.randint(1, 5)}"
        if self.random.random() < 0.4:
            test += f" && ({self.condition(scope)})"
        lines = [f"{counter} = 0", f"while {test}", f"    {counter} += 1"]
        return [*lines, *self.body(inner, depth, loops + 1), "end"]

    # ----------------------------------------------------------------------------- expressions

    def integer(self, scope: Scope) -> str:
        """A small Int expression."""
        choice = self.random.random()
        names = scope.ints
        if choice < 0.35:
            return str(self.random.randint(-3, 6))
        if choice < 0.7:
            return self.random.choice(names)
        forms = [
            "mod({} + {}, 11)", "mod({} * 3 - {}, 7)", "max({}, {})", "min({}, {})",
            "abs({}) ÷ 2 + ({} > 2)",
        ]  # fmt: skip
        return self.random.choice(forms).format(
            self.random.choice(names), self.random.choice(names)
        )

    def index(self, scope: Scope, vector: str) -> str:
        """An index of the vector: in bounds, but for one in fifty."""
        if self.random.random() < 0.02:
            return self.random.choice(["0", f"length({vector}) + 1"])
        if self.random.random() < 0.4:
            return self.random.choice(["1", "2", "end", "end-1"])
        return f"mod1({self.integer(scope)}, length({vector}))"

    def number(self, scope: Scope, depth: int = 2) -> str:
        """A Float64 expression of small magnitude."""
        choice = self.random.random()
        if depth == 0 or choice < 0.25:
            return self.random.choice([*scope.floats, f"{self.random.randint(-20, 20) / 8}"])
        if choice < 0.5:
            vector = self.random.choice(scope.vectors)
            return f"{vector}[{self.index(scope, vector)}]"
        if choice < 0.58 and scope.functions:
            return f"{self.random.choice(scope.functions)}({self.number(scope, 0)})"
        left, right = self.number(scope, depth - 1), self.number(scope, depth - 1)
        vector = self.random.choice(scope.vectors)
        forms = [
            f"({left} + {right})", f"({left} - {right})", f"clamp({left} * {right}, -30.0, 30.0)",
            f"max({left}, {right})", f"({left} < {right} ? {left} : {right})",
            f"({left} + {self.integer(scope)})", f"abs({left})", f"sin({left})",
            f"clamp(sum({vector}), -40, 40)",
            f"maximum({vector})", f"({left} / (1 + abs({right})))", f"sqrt(abs({left}))",
        ]  # fmt: skip
        return self.random.choice(forms)

    def condition(self, scope: Scope) -> str:
        """A Bool expression."""
        forms = [
            f"{self.number(scope, 1)} > {self.number(scope, 1)}",
            f"{self.integer(scope)} == {self.integer(scope)}",
            f"isodd({self.integer(scope)})",
            f"{self.integer(scope)} < {self.integer(scope)} && {self.number(scope, 1)} < 1.0",
            f"{self.number(scope, 1)} < 0 || {self.integer(scope)} > 2",
            f"!({self.number(scope, 1)} <= {self.number(scope, 1)})",
        ]
        return self.random.choice(forms)


def julia_runner(seeds: list[int]) -> str:
    """A Julia script that prints `seed<tab>result` for each program; a failing one gives its
    exception's name.
    """
    parts = [Generator(seed).program() for seed in seeds]
    parts.append(f"const ARGUMENTS = {ARGUMENTS}")
    parts.append(
        "function attempt(f)\n    try\n"
        "        return repr(f(copy(ARGUMENTS[1]), copy(ARGUMENTS[2]), ARGUMENTS[3:4]...))\n"
        "    catch e\n        return string(typeof(e))\n    end\nend"
    )
    parts += [f'println("{seed}\\t", attempt(p{seed}))' for seed in seeds]
    return "\n\n".join(parts) + "\n"
