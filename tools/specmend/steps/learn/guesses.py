"""The ways in which guesses at an edit are written: one table of names, or one name at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmend.document.tree.values import Tree, get
from specmend.steps.proposal import Proposal


def tables(edit: str, what: str, names: Mapping[str, str]) -> Iterator[Proposal]:
    """Renames by a named edit: all of them in one step, and in case that fails each by itself."""
    if len(names) > 1:
        yield whole(f"Rename {len(names)} {what}s", {"name": edit, "names": dict(names)})
    for old, new in names.items():
        yield whole(f"Rename {what} {old} to {new}", {"name": edit, "names": {old: new}})


def whole(title: str, edit: Mapping[str, Tree]) -> Proposal:
    """A named edit of the whole document."""
    return Proposal(title=title, actions=({"target": "$", "x-edit": dict(edit)},))


def mapping_of(tree: Tree, *address: str | int) -> dict[str, Tree]:
    """The mapping at an address; an empty one where there is none."""
    value = get(tree, address)
    return value if isinstance(value, dict) else {}


def removed_and_added(
    old: Mapping[str, Tree], new: Mapping[str, Tree]
) -> tuple[dict[str, Tree], dict[str, Tree]]:
    """What only the one mapping has, and what only the other."""
    removed = {key: value for key, value in old.items() if key not in new}
    added = {key: value for key, value in new.items() if key not in old}
    return removed, added
