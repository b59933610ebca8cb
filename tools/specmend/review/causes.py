"""Changes of a document and of its package, put together by cause, each with who made it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from specmend.diff.change import LEVELS, Change
from specmend.review.gathered import gathered
from specmend.review.links import linked
from specmend.review.origins import Others, together
from specmend.review.records import Cause
from specmend.review.renames import with_renames
from specmend.surface.change import SurfaceChange


def causes_of(
    wire: Sequence[Change],
    package: Sequence[SurfaceChange],
    methods: Mapping[str, str],
    others: Others,
) -> tuple[Cause, ...]:
    """All changes by cause, the worst causes first.

    A change of the package is of whoever made the change of the document that it comes from. One
    that comes from none is of whatever else changed.
    """
    links = linked(wire, package, methods)
    groups = _Groups(len(wire))
    named = []
    for change, (indexes, is_sure) in zip(package, links, strict=True):
        by = (
            together(wire[index].by for index in indexes)
            if indexes
            else others.origin(change.place)
        )
        named.append(replace(change, by=by))
        groups.add(indexes if is_sure else ())
    causes = [
        _cause([wire[at] for at in documents], [named[at] for at in packages])
        for documents, packages in groups.all()
    ]
    causes += _alone([named[at] for at in groups.alone])
    return tuple(sorted(causes, key=_order))


def _alone(changes: Iterable[SurfaceChange]) -> Iterator[Cause]:
    """The causes of what the document does not show: each fact is one, whatever its places."""
    by_origin: dict[str, list[SurfaceChange]] = {}
    for change in changes:
        by_origin.setdefault(change.by, []).append(change)
    for by, found in by_origin.items():
        yield from (Cause(by=by, package=(change,)) for change in gathered(found))


def _cause(wire: Sequence[Change], changes: Sequence[SurfaceChange]) -> Cause:
    package = list(gathered(tuple(with_renames(changes, wire))))
    return Cause(
        by=together(change.by for change in wire),
        wire=tuple(sorted(wire, key=lambda change: LEVELS.index(change.level))),
        package=tuple(sorted(package, key=lambda change: LEVELS.index(change.level))),
    )


def _order(cause: Cause) -> tuple[int, int, str]:
    levels: Iterable[str] = (
        *(one.level for one in cause.package),
        *(one.level for one in cause.wire),
    )
    worst = min((LEVELS.index(level) for level in LEVELS if level in levels), default=len(LEVELS))
    place = cause.wire[0].place if cause.wire else cause.package[0].place
    return worst, int(not cause.package), place


class _Groups:
    """Changes of the package with those of the document that they share, as indexes."""

    def __init__(self, documents: int) -> None:
        self._group_of: list[int] = list(range(documents))
        self._packages: dict[int, list[int]] = {}
        self.alone: list[int] = []
        self._count = 0

    def add(self, documents: Sequence[int]) -> None:
        """The next change of the package, which comes from some of the document."""
        index, self._count = self._count, self._count + 1
        if not documents:
            self.alone.append(index)
            return
        first = self._group_of[documents[0]]
        for other in documents[1:]:
            self._join(self._group_of[other], first)
        self._packages.setdefault(first, []).append(index)

    def all(self) -> list[tuple[list[int], list[int]]]:
        """Every group that has changes of the document: these, and those of the package."""
        found: dict[int, tuple[list[int], list[int]]] = {}
        for document, group in enumerate(self._group_of):
            found.setdefault(group, ([], self._packages.get(group, [])))[0].append(document)
        return list(found.values())

    def _join(self, group: int, into: int) -> None:
        if group == into:
            return
        self._group_of = [into if one == group else one for one in self._group_of]
        self._packages.setdefault(into, []).extend(self._packages.pop(group, []))
