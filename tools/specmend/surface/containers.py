"""Says which of Python's containers is a kind of which, and what is read as what."""

from __future__ import annotations

import builtins
import collections
import collections.abc
import contextlib
from typing import Final

from specmend.surface.types import branches, parts, same_form, union

_ABC: Final = "collections.abc"
_MODULES: Final = {
    "": builtins,
    "collections": collections,
    _ABC: collections.abc,
    "contextlib": contextlib,
}
_TEXTS: Final = frozenset({"str", "bytes", "bytearray", "memoryview"})
"""They are sequences, though nobody reads them as such."""

_READ_AS: Final = {
    **dict.fromkeys(("list", f"{_ABC}.MutableSequence", "collections.deque"), f"{_ABC}.Sequence"),
    **dict.fromkeys(
        ("dict", f"{_ABC}.MutableMapping", "collections.defaultdict", "collections.OrderedDict"),
        f"{_ABC}.Mapping",
    ),
    **dict.fromkeys(("set", f"{_ABC}.MutableSet"), f"{_ABC}.Set"),
}
"""As what those see a container who read alone."""

_OF_GIVEN: Final = frozenset({"tuple", "frozenset", "type"}) | {
    f"{_ABC}.{name}"
    for name in (
        *("AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "Collection"),
        *("Container", "Coroutine", "Generator", "ItemsView", "Iterable", "Iterator", "KeysView"),
        *("Mapping", "Reversible", "Sequence", "Set", "ValuesView"),
    )
}
"""Types that only give what they hold: one of more special things is one of them (PEP 484)."""


def are_kin(one: str, other: str) -> bool:
    """Whether one of two names is a container of Python that is a kind of the other one."""
    first, second = _container(one), _container(other)
    if first is None or second is None:
        return False
    return issubclass(first, second) or issubclass(second, first)


def held(head: str, inner: tuple[str, ...]) -> tuple[str, ...]:
    """The types of what a container holds: the values of a mapping."""
    if not inner or head == "tuple":
        return tuple(one for one in inner if one != "...")
    found = _container(head)
    is_mapping = found is not None and issubclass(found, collections.abc.Mapping)
    return inner[-1:] if is_mapping or head == f"{_ABC}.Coroutine" else inner[:1]


def as_read(before: str, after: str) -> str:
    """An old type as those see it who read alone what is of the new type.

    More special things in the same container will do for them; another container will not.
    """
    return union([_as_read(one, before, after) for one in branches(before)])


def _as_read(one: str, before: str, after: str) -> str:
    head, inner = parts(one)
    now = [parts(other) for other in branches(after)]
    same = [others for other, others in now if _is_kind_of(other, head) and _fit(others, inner)]
    if not inner or not same:
        return one
    pairs = [(text, union([others[i] for others in same])) for i, text in enumerate(inner)]
    deeper = ", ".join(as_read(*pair) for pair in pairs)
    if head in _OF_GIVEN:
        return f"{head}[{deeper}]"
    wider = _READ_AS.get(head)
    return one if wider is None or _is_hidden(wider, head, before, after) else f"{wider}[{deeper}]"


def _is_hidden(wider: str, head: str, before: str, after: str) -> bool:
    """Whether something that is new in a type would pass for what is read."""
    known = set(map(same_form, branches(before)))
    fresh = [parts(one)[0] for one in branches(after) if same_form(one) not in known]
    return any(_can_be(one, wider) for one in fresh if not _is_kind_of(one, head))


def _fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other)


def _is_kind_of(one: str, other: str) -> bool:
    first, second = _class(one), _class(other)
    if first is None or second is None:
        return one == other
    return issubclass(first, second)


def _can_be(one: str, wider: str) -> bool:
    """Whether a value of a type can be a container; those of unknown types can."""
    first, second = _class(one), _class(wider)
    return first is None or second is None or issubclass(first, second)


def _container(name: str) -> type | None:
    found = None if name in _TEXTS else _class(name)
    is_many = found is not None and issubclass(found, _MANY)
    return found if is_many else None


_MANY: Final = (
    collections.abc.Iterable,
    collections.abc.Container,
    collections.abc.AsyncIterable,
    collections.abc.Awaitable,
)


def _class(name: str) -> type | None:
    """The class of Python that a full name stands for."""
    if name == "None":
        return type(None)
    module, _, word = name.rpartition(".")
    found = getattr(_MODULES.get(module), word, None)
    return found if isinstance(found, type) else None
