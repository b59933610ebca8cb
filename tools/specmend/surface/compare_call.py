"""What changed in how a function or class is called, the types of its arguments apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from specmend.surface.difference import Difference
from specmend.surface.overloads import deprecations
from specmend.surface.records import Argument, Function, Signature
from specmend.surface.types import branches, parts, same_form, shown, union

_BY_NAME = frozenset({"either", "keyword"})
_DEFAULTS: Final = {
    ("None", "NOT_GIVEN"): "argument-null",
    ("NOT_GIVEN", "None"): "argument-no-null",
}
"""Defaults that both leave an argument out, and differ in what None means."""

_MANY = frozenset({"rest", "keywords"})
_BY_PLACE = frozenset({"either", "positional"})


def arguments_of(signatures: tuple[Signature, ...]) -> Mapping[str, Argument]:
    """The arguments of all overloads: each takes what any of them takes."""
    found: dict[str, Argument] = {}
    for signature in signatures:
        for one in signature.arguments:
            known = found.get(one.name)
            found[one.name] = one if known is None else _both(known, one)
    count = len(signatures)
    for name, one in found.items():
        holders = sum(any(a.name == name for a in each.arguments) for each in signatures)
        if one.required and holders < count:
            found[name] = replace(one, default="")
    return found


def renamed_arguments(
    old: Mapping[str, Argument], new: Mapping[str, Argument]
) -> Mapping[str, str]:
    """Arguments that are called otherwise: one gone and one new at the same place, of one type."""
    found = _renamed_many(old, new)
    lost = [name for name in old if name not in new and name not in found]
    fresh = [name for name in new if name not in old and name not in found.values()]
    if len(lost) != 1 or len(fresh) != 1:
        return found
    (before,), (after,) = lost, fresh
    one, other = old[before], new[after]
    same = (one.kind, one.required, same_form(one.type)) == (
        other.kind,
        other.required,
        same_form(other.type),
    )
    place = list(old).index(before) == list(new).index(after)
    return {**found, before: after} if same and (place or not one.required) else found


def call_differences(owner: str, old: Function, new: Function) -> Iterator[Difference]:
    """What changed for those who call a function."""
    yield from signature_differences(owner, old.signatures, new.signatures)
    waited, waits = old.signatures[0].waits, new.signatures[0].waits
    if waited != waits:
        yield Difference(check="now-async" if waits else "now-sync", owner=owner)
    yield from deprecations(owner, old, new)


def signature_differences(
    owner: str, old: tuple[Signature, ...], new: tuple[Signature, ...]
) -> Iterator[Difference]:
    """What changed in the arguments; the old ones are in the names of the new package."""
    before, after = arguments_of(old), arguments_of(new)
    names = renamed_arguments(before, after)
    open_ended = any(_takes_any_name(one) for one in after.values())
    for name, one in before.items():
        other = after.get(names.get(name, name))
        if other is not None:
            if name in names and one.kind in _BY_NAME:
                yield Difference(
                    check="argument-renamed", owner=owner, name=name, after=names[name]
                )
            yield from _argument_differences(owner, one, other)
        elif not (open_ended and one.kind == "keyword"):
            yield Difference(check="argument-gone", owner=owner, name=name, before=shown(one.type))
    fresh = [one for name, one in after.items() if name not in {*before, *names.values()}]
    for one in fresh:
        check = "argument-new-required" if one.required else "argument-new"
        yield Difference(check=check, owner=owner, name=one.name, after=told(one.type))
    yield from _moved(owner, before, after, names)


def _takes_any_name(one: Argument) -> bool:
    """Whether arguments of every name are taken: `Unpack` has the names of its class alone."""
    return one.kind == "keywords" and parts(one.type)[0] != "typing.Unpack"


def told(text: str) -> str:
    """A type as people write it, without the branches that another one covers."""
    whole = branches(text)
    covered = {"bool": ("True", "False")}
    values = [f"typing.Literal[{v}]" for base, vs in covered.items() if base in whole for v in vs]
    return shown(union([one for one in whole if one not in values]))


def _renamed_many(old: Mapping[str, Argument], new: Mapping[str, Argument]) -> dict[str, str]:
    """Those of any number, or of any name, of which there is one at the most."""
    kinds = {one.kind: name for name, one in new.items()}
    found = {name: kinds.get(one.kind, name) for name, one in old.items() if one.kind in _MANY}
    return {name: other for name, other in found.items() if name != other}


def _both(one: Argument, other: Argument) -> Argument:
    return replace(
        one,
        type=union([*branches(one.type), *branches(other.type)]),
        default=one.default if one.default is not None else other.default,
    )


def _argument_differences(owner: str, old: Argument, new: Argument) -> Iterator[Difference]:
    def differs(check: str, before: str = "", after: str = "") -> Difference:
        return Difference(check=check, owner=owner, name=old.name, before=before, after=after)

    if old.kind == "rest" and new.kind != "rest":
        yield differs("argument-one")
        return
    if old.kind in _BY_PLACE and new.kind == "keyword":
        yield differs("argument-by-name")
    if old.kind in _BY_NAME and new.kind == "positional":
        yield differs("argument-by-place")
    if new.required and not old.required:
        yield differs("argument-now-required", old.default or "", "required")
    elif old.required and not new.required:
        yield differs("argument-now-optional", "required", new.default or "")
    elif old.default and new.default and old.default != new.default:
        check = _DEFAULTS.get((old.default, new.default), "argument-default")
        yield differs(check, old.default, new.default)


def _moved(
    owner: str,
    old: Mapping[str, Argument],
    new: Mapping[str, Argument],
    names: Mapping[str, str],
) -> Iterator[Difference]:
    """An argument given by place that another one stands in the place of."""
    before = [names.get(name, name) for name, one in old.items() if one.kind in _BY_PLACE]
    after = [name for name, one in new.items() if one.kind in _BY_PLACE]
    kept = [name for name in before if name in after]
    shorter = [name for name in after if name in kept or not new[name].required]
    for name, other in zip(kept, shorter, strict=False):
        if name != other:
            yield Difference(check="argument-moved", owner=owner, name=name)
            return
