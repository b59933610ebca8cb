"""The only list of the rules, and the faults that all of them find."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specmend.document.tree.values import Tree
from specmend.validate.rules import (
    beside,
    bodies,
    callbacks,
    compositions,
    contents,
    defaults,
    directions,
    discriminators,
    encodings,
    enums,
    examples,
    extensions,
    headers,
    links,
    mappings,
    methods,
    names,
    operations,
    parameters,
    paths,
    references,
    samples,
    schemas,
    schemes,
    security,
    servers,
    statuses,
    structure,
    tags,
    targets,
    uris,
    xml,
)
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.rule import Rule, whole
from specmend.validate.rules.scope import Scope
from specmend.validate.rules.walk import walk

_LISTED: Final = (
    Rule(name=references.NAME, checks=references.CHECKS),
    Rule(name=targets.NAME, checks=targets.CHECKS),
    Rule(name=beside.NAME, checks=beside.CHECKS),
    whole(structure.NAME, structure.faults),
    Rule(name=uris.NAME, checks=uris.CHECKS),
    Rule(name=servers.NAME, checks=servers.CHECKS),
    Rule(name=paths.NAME, checks=paths.CHECKS),
    Rule(name=methods.NAME, checks=methods.CHECKS),
    Rule(name=operations.NAME, checks=operations.CHECKS),
    Rule(name=parameters.NAME, checks=parameters.CHECKS),
    Rule(name=bodies.NAME, checks=bodies.CHECKS),
    Rule(name=contents.NAME, checks=contents.CHECKS),
    Rule(name=examples.NAME, checks=examples.CHECKS),
    Rule(name=encodings.NAME, checks=encodings.CHECKS),
    Rule(name=statuses.NAME, checks=statuses.CHECKS),
    Rule(name=headers.NAME, checks=headers.CHECKS),
    Rule(name=links.NAME, checks=links.CHECKS),
    Rule(name=callbacks.NAME, checks=callbacks.CHECKS),
    Rule(name=names.NAME, checks=names.CHECKS),
    Rule(name=extensions.NAME, checks=extensions.CHECKS),
    Rule(name=tags.NAME, checks=tags.CHECKS),
    Rule(name=security.NAME, checks=security.CHECKS),
    Rule(name=schemes.NAME, checks=schemes.CHECKS),
    Rule(name=mappings.NAME, checks=mappings.CHECKS),
    Rule(name=discriminators.NAME, checks=discriminators.CHECKS),
    Rule(name=schemas.NAME, checks=schemas.CHECKS),
    Rule(name=compositions.NAME, checks=compositions.CHECKS),
    Rule(name=enums.NAME, checks=enums.CHECKS),
    Rule(name=directions.NAME, checks=directions.CHECKS),
    Rule(name=xml.NAME, checks=xml.CHECKS),
    Rule(name=defaults.NAME, checks=defaults.CHECKS),
    Rule(name=samples.NAME, checks=samples.CHECKS),
)

RULES: Final[Mapping[str, Rule]] = {rule.name: rule for rule in _LISTED}


def faults_of(tree: Tree) -> list[Fault]:
    """Every fault of a document: rule by rule, those of each in document order."""
    if not isinstance(tree, dict):
        return list(structure.faults(tree))
    found = walk(Scope(tree=tree), [rule.checks for rule in RULES.values()])
    return [fault for faults in found for fault in faults]
