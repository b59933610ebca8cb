"""Names that a package still has in its imports and types, though what they named is gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from specmend.surface.difference import Difference
from specmend.surface.in_new_names import surface_in
from specmend.surface.pairs import Pairs
from specmend.surface.records import ROOT, Surface
from specmend.surface.types import renamed


def without_stale(old: Surface, new: Surface, pairs: Pairs) -> Surface:
    """The new package, whose types name what is called otherwise by its new name."""
    names: dict[str, str] = {}
    for target in {one for listed in new.dangling.values() for one in listed}:
        full = f"{ROOT}.{old_path(old, target)}"
        if full in pairs.names:
            names[f"{ROOT}.{target}"] = pairs.names[full]
    return surface_in(new, lambda text: renamed(text, names)) if names else new


def broken_modules(old: Surface, new: Surface) -> Iterator[Difference]:
    """Modules that can no longer be imported: they ask for what the package no longer has.

    Private ones are told where no public one asks for the same.
    """
    asking: dict[str, list[str]] = defaultdict(list)
    for module, targets in new.dangling.items():
        for target in sorted(targets - old.dangling.get(module, frozenset())):
            asking[target].append(module)
    for target, modules in asking.items():
        path = old_path(old, target)
        for module in [one for one in modules if not _is_private(one)] or modules:
            owner = module or new.package
            if path:
                yield Difference(check="module-broken", owner=owner, name=target, before=path)


def old_path(old: Surface, target: str) -> str:
    """The path in the old package of what is defined, or was to be had, at a path; "" for none."""
    return old.paths.get(target) or old.defined.get(target, "")


def _is_private(path: str) -> bool:
    return any(part.startswith("_") for part in path.split("."))
