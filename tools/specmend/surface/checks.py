"""Every kind of change of a package: its level, what it breaks, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from specmend.surface.change import Breaks, Level


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """One kind of change.

    In `words` and `instead` stand `{subject}` (as users write it), `{name}` (of the argument, field
    or member), `{before}` and `{after}`.
    """

    id: str
    level: Level
    breaks: Breaks = ""
    words: str
    instead: str = ""


def _breaking(id_: str, words: str, instead: str = "") -> Check:
    return Check(id=id_, level="breaking", breaks="run-time", words=words, instead=instead)


def _typed(id_: str, words: str, instead: str = "") -> Check:
    return Check(id=id_, level="breaking", breaks="types", words=words, instead=instead)


def _warning(id_: str, words: str, instead: str = "") -> Check:
    return Check(id=id_, level="warning", words=words, instead=instead)


def _info(id_: str, words: str) -> Check:
    return Check(id=id_, level="info", words=words)


_NAMES: Final = (
    _breaking("module-gone", "the module `{subject}` no longer exists"),
    _breaking(
        "module-broken",
        "the module `{subject}` can no longer be imported: it asks for `{before}`, which is gone",
    ),
    _breaking("name-gone", "`{subject}` no longer exists"),
    _breaking("name-renamed", "`{subject}` is now called `{after}`", "write `{after}`"),
    _warning(
        "no-longer-public",
        "`{subject}` is not for users any more, though it still works",
    ),
    _typed("types-gone", "`{subject}` tells type checkers nothing any more: it has no `py.typed`"),
    _info("types-new", "`{subject}` tells type checkers of its types now"),
    _breaking(
        "path-gone", "`{before}` no longer exists; it is `{after}`", "import it as `{after}`"
    ),
    _breaking("thing-replaced", "`{subject}` was {before} and is {after} now"),
    _info("name-new", "`{subject}` is new"),
    _breaking(
        "parent-gone",
        "`{subject}` is no longer a `{name}`",
        "name `{subject}` itself where `{name}` is caught or asked for",
    ),
    _info("parent-new", "`{subject}` is a `{name}` too"),
    _warning("value-changed", "`{subject}` is `{after}` now; it was `{before}`"),
    _typed("value-type", "`{subject}` is `{after}` now; it was `{before}`"),
    _info("value-type-narrower", "`{subject}` is `{after}` now; it was `{before}`"),
)
_MEMBERS: Final = (
    _breaking("member-gone", "`{subject}` no longer exists"),
    _breaking("member-renamed", "`{subject}` is now called `{after}`", "write `{after}`"),
    _info("member-new", "`{subject}` is new"),
    _breaking("now-attribute", "`{subject}` is an attribute now", "leave the parentheses out"),
    _breaking("now-method", "`{subject}` is a method now", "call it with parentheses"),
    _breaking("now-read-only", "`{subject}` can no longer be set"),
    _breaking("now-async", "`{subject}` has to be awaited now", "write `await` before the call"),
    _breaking("now-sync", "`{subject}` is no longer awaited", "leave `await` out"),
    _breaking(
        "member-new-abstract",
        "`{subject}` is new, and every class that derives from `{before}` has to define it",
    ),
    _typed("member-new-wanted", "what stands for `{before}` has to have `{subject}` now"),
    _breaking("now-abstract", "`{subject}` has to be defined by a derived class now"),
    _breaking("now-of-instance", "`{subject}` is there on instances alone now"),
    _breaking("now-frozen", "the fields of `{subject}` can no longer be set"),
    _breaking("no-longer-ordered", "instances of `{subject}` can no longer be compared with `<`"),
    _typed("now-final", "no class can derive from `{subject}` any more"),
    _breaking("parameters-changed", "`{subject}` has {after} type parameters now; it had {before}"),
    _breaking(
        "items-changed",
        "the items of `{subject}` are `{after}` now; they were `{before}`",
        "write the names of its items where you take it apart",
    ),
    _warning("deprecated", "`{subject}` is deprecated"),
    _warning("deprecated-overload", "`{subject}` is deprecated where it is called as {after}"),
    _info("no-longer-deprecated", "`{subject}` is no longer deprecated"),
    _warning("member-value-changed", "`{subject}` is `{after}` now; it was `{before}`"),
)
_ARGUMENTS: Final = (
    _breaking("argument-gone", "`{subject}` no longer takes `{name}`", "leave `{name}` out"),
    _breaking(
        "argument-renamed",
        "the argument `{name}` of `{subject}` is now called `{after}`",
        "write `{after}=...`",
    ),
    _info("argument-new", "`{subject}` takes a new argument `{name}`"),
    _breaking(
        "argument-new-required",
        "`{subject}` has a new required argument `{name}`",
        "give `{name}`, which is `{after}`",
    ),
    _breaking(
        "argument-now-required",
        "the argument `{name}` of `{subject}` has to be given now",
        "give `{name}`; it was `{before}` where it was left out",
    ),
    _info("argument-now-optional", "the argument `{name}` of `{subject}` can be left out now"),
    _breaking("argument-one", "`{subject}` takes one `{name}` now, and not any number of them"),
    _breaking(
        "argument-by-name",
        "the argument `{name}` of `{subject}` is given by its name now",
        "write `{name}=...`",
    ),
    _breaking(
        "argument-by-place",
        "the argument `{name}` of `{subject}` is given by its place now",
        "leave `{name}=` out",
    ),
    _breaking(
        "argument-moved",
        "the argument `{name}` of `{subject}` has another place among those without a name",
        "write `{name}=...`",
    ),
    _warning(
        "argument-default",
        "the argument `{name}` of `{subject}` is `{after}` now where it is left out; "
        "it was `{before}`",
        "give `{name}` to have what you had",
    ),
    _warning(
        "argument-null",
        "`{subject}` sends null where `{name}` is None now; it left `{name}` out",
        "leave `{name}` out where it was None",
    ),
    _warning(
        "argument-no-null",
        "`{subject}` leaves `{name}` out where it is None now; it sent null",
    ),
    _breaking(
        "argument-replaced",
        "the argument `{name}` of `{subject}` takes `{after}` now; it took `{before}`",
    ),
    _typed(
        "argument-type",
        "the argument `{name}` of `{subject}` takes `{after}` now; it took `{before}`",
    ),
    _breaking(
        "argument-choice-gone", "the argument `{name}` of `{subject}` no longer takes {before}"
    ),
    _info("argument-wider", "the argument `{name}` of `{subject}` takes {after} too"),
)
_FIELDS: Final = (
    _breaking("field-gone", "`{subject}` no longer exists"),
    _typed("field-not-sent", "`{subject}` no longer exists", "leave `{name}` out"),
    _breaking(
        "field-renamed", "`{subject}` is now called `{after}`", "write `{after}` for `{name}`"
    ),
    _info("field-new", "`{subject}` is new"),
    _breaking(
        "field-new-required", "`{subject}` is new and required", "give `{name}`, which is `{after}`"
    ),
    _breaking(
        "field-now-required",
        "`{subject}` has to be given now",
        "give `{name}`; it was `{before}` where it was left out",
    ),
    _info("field-now-optional", "`{subject}` can be left out now"),
    _breaking(
        "key-can-be-absent", "`{subject}` can be absent now", "ask whether it is there first"
    ),
    _info("field-always-there", "`{subject}` is always there now"),
    _warning(
        "field-default",
        "`{subject}` is `{after}` now where it is left out; it was `{before}`",
        "give `{name}` to have what you had",
    ),
    _info("field-answer-default", "`{subject}` is `{after}` now where an answer lacks it"),
    _breaking("field-replaced", "`{subject}` is `{after}` now; it was `{before}`"),
    _typed("field-type", "`{subject}` is `{after}` now; it was `{before}`"),
    _typed("field-can-be-none", "`{subject}` can be None now", "ask whether it is None first"),
    _breaking("field-choice-gone", "`{subject}` no longer takes {before}"),
    _warning("field-choice-new", "`{subject}` can be {after} too"),
    _warning("field-choice-lost", "`{subject}` is no longer {before}"),
    _info("field-wider", "`{subject}` takes {after} too"),
    _info("field-narrower", "`{subject}` is only `{after}` now; it was `{before}`"),
)
_KEYS: Final = (
    _breaking(
        "keys-now-required", "{name} of `{subject}` have to be given now", "give all of them"
    ),
    _info("keys-now-optional", "{name} of `{subject}` can be left out now"),
    _breaking(
        "keys-can-be-absent",
        "{name} of `{subject}` can be absent now",
        "ask whether they are there first",
    ),
    _info("keys-always-there", "{name} of `{subject}` are always there now"),
)
_RESULTS: Final = (
    _breaking("result-replaced", "`{subject}` gives `{after}` now; it gave `{before}`"),
    _typed("result-type", "`{subject}` gives `{after}` now; it gave `{before}`"),
    _typed("result-can-be-none", "`{subject}` can give None now", "ask whether it is None first"),
    _warning("result-choice-new", "`{subject}` can give {after} too"),
    _warning("result-choice-lost", "`{subject}` no longer gives {before}"),
    _info("result-new", "`{subject}` gives `{after}` now; it gave nothing"),
    _info("result-narrower", "`{subject}` gives only `{after}` now; it gave `{before}`"),
)
_TYPES: Final = (
    _breaking("type-replaced", "the type `{subject}` is `{after}` now; it was `{before}`"),
    _typed("type-changed", "the type `{subject}` is `{after}` now; it was `{before}`"),
    _breaking("type-choice-gone", "the type `{subject}` no longer has {before}"),
    _warning("type-choice-new", "the type `{subject}` can be {after} too"),
    _warning("type-choice-lost", "the type `{subject}` is no longer {before}"),
    _info("type-wider", "the type `{subject}` has {after} too"),
    _info("type-narrower", "the type `{subject}` is only `{after}` now; it was `{before}`"),
    _typed("no-longer-accepted", "type checkers no longer accept how `{subject}` is used"),
)


def _by_id(checks: Iterable[Check]) -> Mapping[str, Check]:
    return {check.id: check for check in checks}


CHECKS: Final = _by_id((*_NAMES, *_MEMBERS, *_ARGUMENTS, *_FIELDS, *_KEYS, *_RESULTS, *_TYPES))
"""Every check by its id."""
