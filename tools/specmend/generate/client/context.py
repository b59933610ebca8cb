"""What the templates of a whole package see: operations by group, names to import, examples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.generate.client.examples import example_call
from specmend.generate.client.records import Group
from specmend.generate.client.wording import Wording, names_in


def template_values(
    groups: list[Group], classes: list[str], enums: Mapping[str, str]
) -> dict[str, Any]:
    """The variables of the templates, by name."""
    known = {*classes, *enums}
    operations = [operation for group in groups for operation in group.operations]
    by_module = {
        (group.folder, operation.module): operation
        for group in groups
        for operation in group.operations
    }
    return {
        "groups": groups,
        "enums": sorted(enums.items()),
        "shadowed": shadowed_types(groups),
        "signature_models": names_in(
            (text for operation in operations for text in operation.signature_types), known
        ),
        "operation_of": lambda endpoint: by_module[str(endpoint.tags[0]), str(endpoint.name)],
        "models_of": lambda operation: names_in(operation.types, known),
        "plain_example": example_call(groups, streams=False),
        "stream_example": example_call(groups, streams=True),
        "has_deprecated": any(operation.deprecated for operation in operations),
    }


def shadowed_types(groups: list[Group]) -> list[str]:
    """The builtin types that a method or a property of the client hides."""
    names = {operation.name for group in groups for operation in group.operations}
    return Wording({}, names | {group.attribute for group in groups}).shadowed
