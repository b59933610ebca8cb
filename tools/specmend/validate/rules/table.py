"""The only list of the rules; each takes a tree and gives its faults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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

RULES: Final[Mapping[str, Callable[[Tree], Iterable[Fault]]]] = {
    references.NAME: references.faults,
    structure.NAME: structure.faults,
    operations.NAME: operations.faults,
    paths.NAME: paths.faults,
    statuses.NAME: statuses.faults,
    names.NAME: names.faults,
    extensions.NAME: extensions.faults,
    tags.NAME: tags.faults,
    security.NAME: security.faults,
    servers.NAME: servers.faults,
    mappings.NAME: mappings.faults,
    schemas.NAME: schemas.faults,
    defaults.NAME: defaults.faults,
}
