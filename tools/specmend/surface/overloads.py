"""Which overload of a new function answers for one of the old function, and what changed in it."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.surface.difference import Difference
from specmend.surface.records import Argument, Function, Signature
from specmend.surface.types import NONE, shown


def deprecations(owner: str, old: Function, new: Function) -> Iterator[Difference]:
    """Whether a function, or some of its overloads, is deprecated now, or no longer."""
    if new.deprecated and not old.deprecated:
        yield Difference(check="deprecated", owner=owner)
    elif not new.deprecated:
        fresh = [now for was, now in _pairs(old, new) if now.deprecated and not was.deprecated]
        freed = [now for was, now in _pairs(old, new) if was.deprecated and not now.deprecated]
        if fresh:
            after = " and ".join(f"`{_shown(one)}`" for one in fresh)
            yield Difference(check="deprecated-overload", owner=owner, after=after)
        elif old.deprecated or freed:
            yield Difference(check="no-longer-deprecated", owner=owner)


def overload_for(one: Signature, index: int, old: Function, new: Function) -> Signature | None:
    """The overload of the new function that answers for one of the old one."""
    if len(old.signatures) == len(new.signatures):
        return new.signatures[index]
    wanted = _choices(one)
    same = [other for other in new.signatures if _choices(other) == wanted]
    alike = [other for other in same if _types(other) == _types(one)]
    if not wanted and len(old.signatures) > 1:
        # Nothing but the types tells them apart.
        same = alike
    return next(iter(alike or same), None)


def _types(one: Signature) -> list[str]:
    return [each.type for each in one.arguments]


def _choices(one: Signature) -> frozenset[tuple[str, str]]:
    """The arguments that tell overloads apart: those of one value."""
    return frozenset(
        (each.name, each.type) for each in one.arguments if each.type.startswith("typing.Literal[")
    )


def _pairs(old: Function, new: Function) -> Iterator[tuple[Signature, Signature]]:
    for index, was in enumerate(old.signatures):
        now = overload_for(was, index, old, new)
        if now is not None:
            yield was, now


def _shown(one: Signature) -> str:
    """An overload as people write it."""
    arguments = ", ".join(_shown_argument(each) for each in one.arguments)
    returns = "" if one.returns == NONE else f" -> {shown(one.returns)}"
    return f"({arguments}){returns}"


def _shown_argument(one: Argument) -> str:
    stars = {"rest": "*", "keywords": "**"}.get(one.kind, "")
    default = f" = {one.default}" if one.default else ""
    return f"{stars}{one.name}: {shown(one.type)}{default}"
