"""Tasks, locks and atomic numbers. There is one thread: a started task runs to its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .cell import host_effect
from .dispatch import base, constructor, generic
from .exceptions import ErrorException, TaskFailedException, caught
from .typeof import register_class
from .types import DataType
from .types_base import declare_type, names

__all__: list[str] = []

if "Atomic" not in names:
    declare_type("Base mutable Atomic{T} <: Any | value::T")


class Task:
    """A task: the function, and once it has run its value or its exception."""

    __slots__ = ("__weakref__", "done", "exception", "function", "result")

    def __init__(self, function: Callable[[], Any]) -> None:
        self.function = function
        self.done = False
        self.result: Any = None
        self.exception: Any = None

    def run(self) -> None:
        """Runs the function, unless that was done."""
        if self.done:
            return
        host_effect("a task")
        self.done = True
        try:
            self.result = self.function()
        except Exception as error:
            self.exception = caught(error)

    def value(self) -> Any:
        """What the function gave; `TaskFailedException` if it threw."""
        self.run()
        if self.exception is not None:
            raise TaskFailedException(self)
        return self.result


register_class(Task, names["Task"])


@base("finished_task")
def _(function: Callable[[], Any]) -> Task:
    """The task of `@async` and `@spawn`, which has run."""
    task = Task(function)
    task.run()
    return task


@constructor("Task")
def _(_: Any, function: Callable[[], Any]) -> Task:
    return Task(function)


@base("schedule", Task)
def _(task: Task, *_: Any) -> Task:
    task.run()
    return task


@base("wait", Task)
def _(task: Task) -> None:
    task.value()


@base("fetch", Task)
def _(task: Task) -> Any:
    return task.value()


base("fetch")(lambda x: x)
base("istaskdone", Task)(lambda task: task.done)
base("istaskstarted", Task)(lambda task: task.done)
base("istaskfailed", Task)(lambda task: task.exception is not None)
base("nthreads", module="Threads")(lambda *_: 1)
base("threadid", module="Threads")(lambda *_: 1)


# ----------------------------------------------------------------------------------- locks


class Lock:
    """`ReentrantLock` and `SpinLock`: how often it is held."""

    __slots__ = ("__weakref__", "count")

    def __init__(self) -> None:
        self.count = 0


register_class(Lock, names["ReentrantLock"])


@constructor("ReentrantLock")
def _(_: Any) -> Lock:
    return Lock()


base("SpinLock", module="Threads")(Lock)


def _held(function: Callable[[], Any], lock: Lock) -> Any:
    lock.count += 1
    try:
        return function()
    finally:
        lock.count -= 1


@base("lock")
def _(function: Any, lock: Lock) -> Any:
    """`lock(f, l)`: runs `f` while the lock is held."""
    return _held(function, lock)


@base("lock", Lock)
def _(lock: Lock) -> None:
    lock.count += 1


@base("unlock", Lock)
def _(lock: Lock) -> None:
    if lock.count == 0:
        raise ErrorException("unlock count must match lock count")
    lock.count -= 1


@base("trylock", Lock)
def _(lock: Lock) -> bool:
    lock.count += 1
    return True


base("islocked", Lock)(lambda lock: lock.count > 0)


# ------------------------------------------------------------------------- atomic numbers


class Atomic:
    """`Threads.Atomic{T}`: a number in a box."""

    __slots__ = ("__weakref__", "eltype", "value")

    def __init__(self, value: Any, eltype: Any) -> None:
        self.value = value
        self.eltype = eltype


register_class(Atomic, lambda x: names["Atomic"][x.eltype])


@constructor("Atomic")
def _(julia: Any, value: Any = 0) -> Atomic:
    eltype = julia.parameters[0] if isinstance(julia, DataType) else generic("typeof")(value)
    return Atomic(generic("convert")(eltype, value), eltype)


base("getindex", Atomic)(lambda x: x.value)


@base("setindex!", Atomic)
def _(x: Atomic, value: Any) -> Atomic:
    host_effect("a change of an atomic number")
    x.value = generic("convert")(x.eltype, value)
    return x


def _updating(operator: str) -> Callable[[Atomic, Any], Any]:
    def update(x: Atomic, value: Any) -> Any:
        host_effect("a change of an atomic number")
        before = x.value
        x.value = generic("convert")(x.eltype, generic(operator)(before, value))
        return before

    return update


_UPDATES = {"add": "+", "sub": "-", "max": "max", "min": "min", "and": "&", "or": "|"}
for _name, _operator in _UPDATES.items():
    base(f"atomic_{_name}!", module="Threads")(_updating(_operator))


@base("atomic_xchg!", module="Threads")
def _(x: Atomic, value: Any) -> Any:
    host_effect("a change of an atomic number")
    before, x.value = x.value, value
    return before


@base("atomic_cas!", module="Threads")
def _(x: Atomic, expected: Any, value: Any) -> Any:
    before = x.value
    if generic("===")(before, expected):
        x.value = value
    return before
