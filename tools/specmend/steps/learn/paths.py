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
    paths = mapping_of(old, "paths")
    removed, added = removed_and_added(paths, mapping_of(new, "paths"))
    lost = Counter(
        path.removesuffix(other) for path in removed for other in added if path.endswith(other)
    )
    for prefix, _ in lost.most_common(2):
        if len(prefix) > 1 and prefix.startswith("/"):
            moved = {path for path in removed if path.startswith(prefix + "/")}
            others = [path for path in paths if path not in moved]
            edit: dict[str, Tree] = {"name": "move-path-prefix", "prefix": prefix}
            if others:
                edit["except"] = others
            yield whole(f"Move the path prefix {prefix} to the servers", edit)


def renamed_parameters(old: Tree, new: Tree) -> Iterator[Proposal]:
    """Parameters of path templates with another name: each pair of names in one step."""
    removed, added = removed_and_added(mapping_of(old, "paths"), mapping_of(new, "paths"))
    shapes = {_shape(path): path for path in added}
    renames: dict[tuple[str, str], list[Fields]] = {}
    for path in removed:
        other = shapes.get(_shape(path), path)
        for before, after in zip(template_names(path), template_names(other), strict=True):
            if before != after:
                edit = {"name": "rename-parameter", "from": before, "to": after, "in": "path"}
                fields = {"target": place_query(old, ("paths", path)), "x-edit": edit}
                renames.setdefault((before, after), []).append(fields)
    for (before, after), actions in renames.items():
        title = f"Rename path parameter {before} to {after}"
        yield Proposal(title=title, actions=tuple(actions))


def renamed_paths(old: Tree, new: Tree) -> Iterator[Proposal]:
    """Paths with another name, which may have changed in part as well."""
    removed, added = removed_and_added(mapping_of(old, "paths"), mapping_of(new, "paths"))
    yield from tables("rename-path", "path", pair_up(removed, added))


def _shape(path: str) -> str:
    return re.sub(r"\{[^{}/]+\}", "{}", path)
