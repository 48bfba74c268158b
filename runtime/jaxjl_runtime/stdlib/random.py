"""Julia's `Random`, and the keyed random numbers of JAX (`PRNGKey(0)`, `rand(key, 3, 4)`, `split`).

The generators are NumPy's: seeded programs repeat themselves, with other numbers than Julia's,
which change from one of its versions to the next. A trace refuses them, for it would draw once and
repeat that; a key is drawn from in a trace too.
"""

from __future__ import annotations

import math
from typing import Any

import jax
import numpy as np

from .. import names as julia_names
from ..array import JaxArray
from ..cell import Cell, host_effect, in_trace, not_static
from ..chars import chars_of
from ..construct import size_from
from ..containers import HostArray, array_of, host_dtype
from ..dispatch import base, constructor, generic, registered
from ..exceptions import ArgumentError
from ..iteration import elements, size_of
from ..numbers import JaxNumber, Tracer, number, number_dtype, plain
from ..ranges import AbstractRange, is_integral
from ..typeof import register_class
from ..types import JuliaType
from ..types_base import Float64
from ..types_base import names as type_names

MODULE = "Random"


class Generator:
    """A random number generator: NumPy's, under the name of Julia's type."""

    __slots__ = ("name", "source")

    def __init__(self, seed: Any = None, name: str = "Xoshiro") -> None:
        self.name = name
        self.source = np.random.default_rng(seed)

    def copy(self) -> Generator:
        """A generator in the same state."""
        made = Generator(0, self.name)
        made.source.bit_generator.state = self.source.bit_generator.state
        return made

    def __repr__(self) -> str:
        return f"{self.name}(…)"


_default = Generator(None, "TaskLocalRNG")


class PRNGKey(Cell):
    """JAX's random key: `rand(key, …)` draws from it and leaves it as it is."""

    __slots__ = ()

    def __init__(self, seed: Any) -> None:
        traced = isinstance(seed, (JaxNumber, int, np.integer))
        Cell.__init__(self, jax.random.PRNGKey(_seed(seed)) if traced else seed)

    def __repr__(self) -> str:
        return f"PRNGKey({self.peek()})"


jax.tree_util.register_pytree_node(
    PRNGKey, lambda k: ((k.read(),), None), lambda _, children: PRNGKey(children[0])
)


def _seed(seed: Any) -> Any:
    return seed.buffer if isinstance(seed, JaxNumber) else int(seed)


for _cls in ("MersenneTwister", "Xoshiro", "TaskLocalRNG", "RandomDevice"):
    _type = type_names.get(_cls)
    if _type is not None:
        constructor(_cls)(lambda T, *seed, _name=_cls: Generator(_entropy(seed), _name))
    for _module in (MODULE, "Base"):
        base(_cls, module=_module)(lambda *seed, _name=_cls: Generator(_entropy(seed), _name))
if "AbstractRNG" in type_names:
    register_class(Generator, lambda g: type_names.get(g.name, type_names["AbstractRNG"]))


def _entropy(seed: tuple[Any, ...]) -> Any:
    if not seed or seed[0] is None:
        return None
    if number_dtype(seed[0]) is not None:
        value = int(seed[0])
        return value if value >= 0 else (1 << 64) + value
    return [int(x) for x in elements(seed[0])]


@base("default_rng", module=MODULE)
def default_rng(*_: Any) -> Generator:
    """The generator that is used where none is named."""
    return _default


@base("seed!", module=MODULE)
def seed_bang(*args: Any) -> Generator:
    """The generator, begun anew from a seed."""
    rng = args[0] if args and isinstance(args[0], Generator) else _default
    rest = args[1:] if args and isinstance(args[0], Generator) else args
    host_effect("the seed of a random number generator")
    rng.source = np.random.default_rng(_entropy(rest))
    return rng


base("copy", Generator)(lambda rng: rng.copy())


# ----------------------------------------------------------------------------------------- drawing


def _source(args: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """The generator or key that the arguments begin with (or the default one), and the others."""
    if args and isinstance(args[0], (Generator, PRNGKey)):
        return args[0], args[1:]
    return _default, args


def _draw(rng: Generator) -> np.random.Generator:
    """NumPy's generator; an error in a trace, which would draw only once."""
    host_effect("a random number")
    if in_trace():
        not_static(
            "a random number in a traced function would be drawn once and then repeated: draw it"
            " from a "
            "key (`rand(key, …)` with `key = PRNGKey(0)`) or pass it as an argument"
        )
    return rng.source


def _is_size(x: Any) -> bool:
    dtype = number_dtype(x)
    return dtype is not None and dtype.kind in "iu"


def _split(args: tuple[Any, ...]) -> tuple[Any, tuple[int, ...] | None]:
    """What is drawn from (a type or a collection) and the size, `None` for one draw."""
    if not args:
        return Float64, None
    first, rest = args[0], args[1:]
    dims_first = _is_size(first) or (isinstance(first, tuple) and all(map(_is_size, first)))
    if dims_first and (not isinstance(first, tuple) or not rest):
        return Float64, size_from(args)
    return first, size_from(rest) if rest else None


def _numbers(source: np.random.Generator, dtype: np.dtype, shape: tuple[int, ...]) -> Any:
    """Random numbers of a type: floats in [0, 1), integers over the whole range."""
    if dtype.kind == "f":
        if dtype.itemsize >= 4:
            return source.random(shape, dtype=dtype)
        return source.random(shape, dtype=np.float32).astype(dtype)
    if dtype.kind == "c":
        half = np.dtype(f"f{dtype.itemsize // 2}")
        return (source.random(shape, dtype=half) + 1j * source.random(shape, dtype=half)).astype(
            dtype
        )
    if dtype.kind == "b":
        return source.integers(0, 2, shape).astype(bool)
    info = np.iinfo(dtype)
    return source.integers(info.min, info.max, shape, dtype=dtype, endpoint=True)


def _rand(rng: Generator, what: Any, size: tuple[int, ...] | None) -> Any:
    shape = () if size is None else size[::-1]
    if isinstance(what, JuliaType):
        dtype = host_dtype(what)
        if dtype is None:
            raise ArgumentError(f"Sampler for type {generic('string')(what)} is not defined")
        found = _numbers(_draw(rng), dtype, shape)
        return JaxArray(found) if size is not None else plain(np.asarray(found)[()])
    if isinstance(what, str):
        what = generic("collect")(what)
    count = math.prod(size_of(what) or (0,))
    if not count:
        raise ArgumentError(
            "collection must be non-empty"
            if not isinstance(what, AbstractRange)
            else "range must be non-empty"
        )
    places = _draw(rng).integers(0, count, shape)
    if size is None:
        return _picked(what, int(places))
    return _all_picked(what, np.asarray(places), size)


def _picked(what: Any, k: int) -> Any:
    if isinstance(what, (JaxArray, HostArray, AbstractRange, tuple)):
        return generic("getindex")(what, k + 1)
    return list(elements(what))[k]


def _all_picked(what: Any, places: np.ndarray, size: tuple[int, ...]) -> Any:
    if isinstance(what, AbstractRange) and what.dtype is not None:
        return JaxArray(np.asarray(what.values())[places])
    if isinstance(what, JaxArray):
        flat = what.read().reshape(-1)
        return JaxArray(flat[places])
    items = list(elements(what))
    return array_of([items[k] for k in places.ravel().tolist()], generic("eltype")(what), size)


@base("rand")
def rand(*args: Any) -> Any:
    """Random numbers in [0, 1), of a type, or elements of a collection."""
    rng, rest = _source(args)
    if isinstance(rng, PRNGKey):
        return _keyed("rand", rng, rest)
    what, size = _split(rest)
    return _rand(rng, what, size)


def _normal(name: str) -> None:
    @base(name)
    def _(*args: Any) -> Any:
        rng, rest = _source(args)
        if isinstance(rng, PRNGKey):
            return _keyed(name, rng, rest)
        what, size = _split(rest)
        dtype = host_dtype(what)
        shape = () if size is None else size[::-1]
        source = _draw(rng)
        draw = source.standard_normal if name == "randn" else source.standard_exponential
        if dtype.kind == "c":
            found = (draw(shape) + 1j * draw(shape)) / math.sqrt(2)
        else:
            found = draw(shape)
        found = np.asarray(found).astype(dtype)
        return JaxArray(found) if size is not None else plain(found[()])

    base(name, module=MODULE)(generic(name))


_normal("randn")
_normal("randexp")
base("rand", module=MODULE)(rand)


def _fill(name: str, function: str) -> None:
    @base(name, module=MODULE)
    def _(*args: Any) -> Any:
        rng, rest = _source(args)
        a, what = rest[0], rest[1:] or (generic("eltype")(rest[0]),)
        return generic("copyto!")(a, generic(function)(rng, *what, *generic("size")(a)))

    base(name)(generic(name, MODULE))


_fill("rand!", "rand")
_fill("randn!", "randn")
_fill("randexp!", "randexp")


# --------------------------------------------------------------------------------- permutations


def _order(rng: Any, n: int) -> Any:
    """A random order of n positions (0-based)."""
    if isinstance(rng, PRNGKey):
        return jax.random.permutation(rng.read(), n)
    return _draw(rng).permutation(n)


@base("randperm", module=MODULE)
def randperm(*args: Any) -> JaxArray:
    """A random permutation of 1 to n."""
    rng, (n,) = _source(args)
    return JaxArray(_order(rng, int(n)) + 1)


@base("randcycle", module=MODULE)
def randcycle(*args: Any) -> JaxArray:
    """A random permutation of one cycle."""
    rng, (n,) = _source(args)
    order = np.asarray(_order(rng, int(n)))
    cycle = np.empty_like(order)
    cycle[order] = np.roll(order, 1)
    return JaxArray(cycle + 1)


@base("shuffle", module=MODULE)
def shuffle(*args: Any) -> Any:
    """The elements in a random order."""
    rng, (a,) = _source(args)
    a = generic("collect")(a)
    return generic("getindex")(a, JaxArray(_order(rng, a.size[0]) + 1))


@base("shuffle!", module=MODULE)
def shuffle_in_place(*args: Any) -> Any:
    """The array, its elements now in a random order."""
    rng, (a,) = _source(args)
    return generic("copyto!")(a, shuffle(rng, a))


@base("randsubseq", module=MODULE)
def randsubseq(*args: Any) -> Any:
    """Each element with a given probability."""
    rng, (a, p) = _source(args)
    a = generic("collect")(a)
    return generic("getindex")(a, JaxArray(_draw(rng).random(a.size[0]) < float(p)))


@base("bitrand", module=MODULE)
def bitrand(*args: Any) -> JaxArray:
    """Random Bools."""
    rng, dims = _source(args)
    return JaxArray(_draw(rng).integers(0, 2, size_from(dims)[::-1]).astype(bool), bit=True)


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


@base("randstring", module=MODULE)
def randstring(*args: Any) -> str:
    """A random string of letters and digits."""
    rng, rest = _source(args)
    chars = rest[0] if rest and not _is_size(rest[0]) else _LETTERS
    count = int(rest[-1]) if rest and _is_size(rest[-1]) else 8
    items = chars_of(chars) if isinstance(chars, str) else list(elements(chars))
    places = _draw(rng).integers(0, len(items), count)
    return "".join(items[k].text for k in places)


# ------------------------------------------------------------------------------------------- keys


def _keyed(name: str, key: PRNGKey, args: tuple[Any, ...]) -> Any:
    """Numbers drawn from a key."""
    what, size = _split(args)
    shape = () if size is None else size[::-1]
    if isinstance(what, JuliaType):
        dtype = jax.dtypes.canonicalize_dtype(host_dtype(what))
        draw = {
            "rand": jax.random.uniform,
            "randn": jax.random.normal,
            "randexp": jax.random.exponential,
        }
        if dtype.kind in "iub":
            found = jax.random.bits(key.read(), shape, np.dtype(f"u{dtype.itemsize}")).view(dtype)
        else:
            found = draw[name](key.read(), shape, dtype)
    elif isinstance(what, AbstractRange) and is_integral(what):
        places = jax.random.randint(key.read(), shape, 0, len(what))
        found = places * int(what.step) + int(what.first)
    else:
        items = generic("collect")(what)
        places = jax.random.randint(key.read(), shape, 0, items.size[0])
        found = jax.numpy.asarray(items.read())[places]
    if size is None:
        return number(found) if not isinstance(found, Tracer) else JaxNumber(found)
    made = JaxArray(found)
    made.jax_face = True
    return made


for _module in ("Jax", "Base", MODULE):
    base("PRNGKey", module=_module)(PRNGKey)
    if _module != "Base":
        base("rand", module=_module)(rand)


@base("split", PRNGKey)
def _(key: PRNGKey, count: Any = 2) -> tuple[PRNGKey, ...]:
    """New keys, independent of each other."""
    return tuple(PRNGKey(k) for k in jax.random.split(key.read(), int(count)))


base("fold_in", module="Jax")(
    lambda key, data: PRNGKey(jax.random.fold_in(key.read(), _seed(data)))
)


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    julia = julia_names.julia_name(name)
    found = registered(julia, MODULE) or registered(julia, "Base")
    if found is None and julia in type_names:
        return type_names[julia]
    if found is None:
        raise AttributeError(f"module Random has no {julia}")
    return found
