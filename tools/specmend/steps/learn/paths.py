"""Guesses at paths: prefixes moved to the servers, renamed parameters, renamed paths."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from specmend.document.openapi.parameters import template_names
from specmend.document.tree.similarity import pair_up
from specmend.document.tree.values import Tree
from specmend.steps.learn.guesses import mapping_of, removed_and_added, tables, whole
from specmend.steps.place_query import place_query
from specmend.steps.proposal import Fields, Proposal


def moved_prefix(old: Tree, new: Tree) -> Iterator[Proposal]:
    """A prefix that most paths lost."""
    was = mapping_of(old, "paths")
    removed, added = removed_and_added(was, mapping_of(new, "paths"))
    lost = Counter(
        path.removesuffix(other) for path in removed for other in added if path.endswith(other)
    )
    for prefix, _ in lost.most_common(2):
        if len(prefix) > 1 and prefix.startswith("/"):
            stay = [
                path for path in was if path not in removed or not path.startswith(prefix + "/")
            ]
            parameters = {"prefix": prefix, **({"except": stay} if stay else {})}
            yield whole(
                f"Move the path prefix {prefix} to the servers",
                {"name": "move-path-prefix", **parameters},
            )


def renamed_parameters(old: Tree, new: Tree) -> Iterator[Proposal]:
    """Parameters of path templates with another name: each pair of names in one step."""
    removed, added = removed_and_added(mapping_of(old, "paths"), mapping_of(new, "paths"))
    shapes = {_shape(path): path for path in added}
    found: dict[tuple[str, str], list[Fields]] = {}
    for path in removed:
        other = shapes.get(_shape(path), path)
        for was, now in zip(template_names(path), template_names(other), strict=True):
            if was != now:
                edit = {"name": "rename-parameter", "from": was, "to": now, "in": "path"}
                fields = {"target": place_query(old, ("paths", path)), "x-edit": edit}
                found.setdefault((was, now), []).append(fields)
    for (was, now), actions in found.items():
        yield Proposal(title=f"Rename path parameter {was} to {now}", actions=tuple(actions))


def renamed_paths(old: Tree, new: Tree) -> Iterator[Proposal]:
    """Paths with another name, which may have changed in part as well."""
    removed, added = removed_and_added(mapping_of(old, "paths"), mapping_of(new, "paths"))
    yield from tables("rename-path", "path", pair_up(removed, added))


def _shape(path: str) -> str:
    return re.sub(r"\{[^{}/]+\}", "{}", path)
