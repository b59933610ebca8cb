"""The only list of the rules, and the faults that all of them find."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specmend.document.tree.values import Tree
from specmend.validate.rules import (
    defaults,
    extensions,
    mappings,
    names,
    operations,
    paths,
    references,
    schemas,
    security,
    servers,
    statuses,
    structure,
    tags,
)
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Rule, whole
from specmend.validate.rules.scope import Scope
from specmend.validate.rules.walk import walk

_LISTED: Final = (
    whole(references.NAME, references.faults),
    whole(structure.NAME, structure.faults),
    whole(operations.NAME, operations.faults),
    whole(paths.NAME, paths.faults),
    whole(statuses.NAME, statuses.faults),
    whole(names.NAME, names.faults),
    whole(extensions.NAME, extensions.faults),
    whole(tags.NAME, tags.faults),
    whole(security.NAME, security.faults),
    whole(servers.NAME, servers.faults),
    whole(mappings.NAME, mappings.faults),
    whole(schemas.NAME, schemas.faults),
    Rule(name=defaults.NAME, checks=defaults.CHECKS),
)

RULES: Final[Mapping[str, Rule]] = {rule.name: rule for rule in _LISTED}


def faults_of(tree: Tree) -> list[Fault]:
    """Every fault of a document: rule by rule, those of each in document order."""
    if not isinstance(tree, dict):
        return list(structure.faults(tree))
    found = walk(Scope(tree=tree), [rule.checks for rule in RULES.values()])
    return [fault for faults in found for fault in faults]
