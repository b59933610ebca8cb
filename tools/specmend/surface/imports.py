"""Finds imports of a package from itself that have nothing to import."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from griffe import Alias, Module

from specmend.surface.public import is_missing, target_of


def dangling_imports(root: Module) -> Mapping[str, frozenset[str]]:
    """The paths that each module asks for and the package lacks, by the module; without the root.

    What a checker of types alone imports is left out, and what a module can make when it is asked.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for module, target in _asked(root, root):
        found[module.partition(".")[2]].add(target.partition(".")[2])
    return {module: frozenset(targets) for module, targets in sorted(found.items())}


def _asked(module: Module, root: Module) -> Iterator[tuple[str, str]]:
    for name, member in module.members.items():
        if isinstance(member, Module):
            yield from _asked(member, root)
        elif isinstance(member, Alias) and member.runtime and not name.endswith("*"):
            target = target_of(member)
            if isinstance(target, str) and is_missing(target, root):
                yield module.path, target
