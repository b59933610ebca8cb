"""The next version of a package, by what changed on the wire and in Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from packaging.version import InvalidVersion, Version

from specmend.diff.change import Change
from specmend.review.records import PARTS, Bump, BumpReason, Cause, Part
from specmend.settings.bump import BumpSettings
from specmend.surface.change import SurfaceChange

_NEW_IN_PYTHON: Final = frozenset(
    {
        *("name-new", "parent-new", "member-new", "argument-new", "field-new", "result-new"),
        *("argument-now-optional", "field-now-optional", "keys-now-optional"),
        *("argument-wider", "field-wider", "type-wider"),
    }
)
"""The changes for information that give users of a package something that they did not have."""

_AS_PARTS: Final[Mapping[str, Part]] = {part: part for part in PARTS}


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What a version depends on: all changes, and what they are changes of.

    Without a package, clients of others are what a break of the document breaks. `files` says that
    files of the package changed, whether or not a user sees it.
    """

    wire: Sequence[Change]
    package: Sequence[SurfaceChange]
    has_package: bool = True
    files: bool = False


def bump_of(
    old: str, given: str, facts: Facts, settings: BumpSettings | None = None, released: str = ""
) -> Bump:
    """The version that follows `old`, and the facts that ask for it.

    `given` is the version of the settings now; where it is `old`, nobody has raised it yet. A break
    for users of the package raises the first number, and anything new the second one, and the rest
    the third one (https://semver.org). Below 1.0.0, a break raises the second number and the rest
    the third one, if the settings say nothing else. A break on the wire that the package does not
    show raises the second number at least. `released` is the last version that was published:
    where it is lower than `old`, that has been raised already.
    """
    settings = settings or BumpSettings()
    reasons = list(_reasons(facts, _below_1(old), settings))
    if facts.files and not reasons:
        reasons = [BumpReason(part="patch", on="files", words="files of the package changed")]
    part: Part = max((one.part for one in reasons), key=PARTS.index, default="none")
    new = _after(old, released, part)
    raised = given if given != old else ""
    return Bump(
        part=part,
        old=old,
        new=new,
        reasons=tuple(one for one in reasons if one.part == part),
        given=raised,
        is_enough=not raised or _is_at_least(raised, new),
        excuse=settings.lower.get(raised, "") if raised else "",
    )


def brings_something(cause: Cause, *, has_package: bool) -> bool:
    """Whether a cause gives users something that they did not have."""
    if has_package:
        return any(change.id in _NEW_IN_PYTHON for change in cause.package)
    return any(_is_new_on_the_wire(change) for change in cause.wire)


def raised(version: str, part: Part) -> str:
    """The version after a part of it goes up; what is no version stays as it is.

    A version before a release, as 1.0.0rc1, is followed by that release where it is enough.
    """
    try:
        read = Version(version)
    except InvalidVersion:
        return version
    if part == "none":
        return version
    major, minor, patch = read.major, read.minor, read.micro
    is_before = read.is_prerelease
    epoch = f"{read.epoch}!" if read.epoch else ""
    if part == "major" and not (is_before and not (minor or patch)):
        major, minor, patch = major + 1, 0, 0
    elif part == "minor" and not (is_before and not patch):
        minor, patch = minor + 1, 0
    elif part == "patch" and not is_before:
        patch += 1
    return f"{epoch}{major}.{minor}.{patch}"


def _reasons(facts: Facts, is_below_1: bool, settings: BumpSettings) -> Iterator[BumpReason]:
    """Every fact with the part that it asks for, those of the package first."""
    parts: Mapping[Part, Part] = {"patch": "patch", "minor": "minor", "major": "major"}
    if is_below_1:
        new, breaking = settings.new_below_1, settings.breaking_below_1
        parts = {"patch": "patch", "minor": _AS_PARTS[new], "major": _AS_PARTS[breaking]}
    for one in facts.package:
        part = parts[_part_in_python(one)]
        yield BumpReason(part=part, on="package", words=one.words, by=one.by, cause=one.cause)
    for change in facts.wire:
        part = parts[_part_on_the_wire(change)]
        if facts.has_package:
            # What a user of the package sees of it is an entry of the package.
            part = "minor" if change.level == "breaking" else "patch"
        words = f"{change.subject}: {change.words}"
        yield BumpReason(part=part, on="wire", words=words, by=change.by, cause=change.cause)


def _part_in_python(change: SurfaceChange) -> Part:
    if change.level == "breaking":
        return "major"
    is_new = change.level == "warning" or change.id in _NEW_IN_PYTHON
    return "minor" if is_new else "patch"


def _part_on_the_wire(change: Change) -> Part:
    """What a change of the document means for clients that were made of it."""
    if change.level == "breaking":
        return "major"
    is_announced = change.direction != "none" and change.id.endswith("-deprecated")
    is_more = is_announced or _is_new_on_the_wire(change)
    return "minor" if change.level == "warning" or is_more else "patch"


def _is_new_on_the_wire(change: Change) -> bool:
    return change.direction != "none" and change.id.endswith("-added")


def _below_1(version: str) -> bool:
    try:
        return Version(version).major == 0
    except InvalidVersion:
        return False


def _after(old: str, released: str, part: Part) -> str:
    """The version after `old`, or `old` itself where it is not published and high enough."""
    if not released or not _is_at_least(old, released):
        return raised(old, part)
    enough = raised(released, part)
    return old if _is_at_least(old, enough) else enough


def _is_at_least(version: str, least: str) -> bool:
    """Whether a version is as high as another one; one that cannot be read is enough if equal."""
    try:
        return Version(version) >= Version(least)
    except InvalidVersion:
        return version == least
