"""What the templates of a whole package see: operations by group, names to import, examples."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any

from specmend.generate.client.examples import example_call
from specmend.generate.client.records import Group, Operation
from specmend.generate.client.reference import list_models, words_on_enum
from specmend.generate.types.fields import FieldReader
from specmend.generate.types.kinds import ROOT
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import BUILTIN_TYPES

_IDENTIFIER = re.compile(r"[^\W\d]\w*")


def template_values(groups: list[Group], types: TypeReader, fields: FieldReader) -> dict[str, Any]:
    """The variables of the templates, by name."""
    classes = sorted([*types.classes, *types.recursive])
    enums = sorted(types.enumerations)
    roots = [ROOT.name] if types.is_open else []
    known = {*classes, *enums, *roots}
    operations = [operation for group in groups for operation in group.operations]
    return {
        "groups": groups,
        "classes": classes,
        "roots": roots,
        "are_many": types.are_many,
        "models": list_models(types, fields),
        "enums": [(name, words_on_enum(types, name)) for name in enums],
        "shadowed": hidden_types(groups),
        "signature_models": names_in(
            (text for operation in operations for text in operation.signature_types), known
        ),
        "operation_of": _lookup(groups),
        "models_of": lambda operation: names_in(operation.types, known),
        "plain_example": example_call(groups, streams=False),
        "stream_example": example_call(groups, streams=True),
        "has_octets": any("bytes" in one.result for one in operations),
        "has_pages": any(operation.paging for operation in operations),
        "has_deprecated": any(operation.deprecated for operation in operations),
        "has_recursive": bool(types.recursive),
    }


def hidden_types(groups: list[Group]) -> list[str]:
    """The builtin types that a method, a property or an argument of the client hides."""
    operations = [operation for group in groups for operation in group.operations]
    names = {operation.name for operation in operations}
    names |= {argument.name for operation in operations for argument in operation.arguments}
    names |= {group.attribute for group in groups}
    return [name for name in BUILTIN_TYPES if name in names]


def names_in(texts: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """The known names that stand in written types, sorted."""
    words = {word for text in texts for word in _IDENTIFIER.findall(text)}
    return tuple(sorted(word for word in words if word in known))


def _lookup(groups: list[Group]) -> Any:
    """Finds the operation that an endpoint of the generator stands for."""
    known: dict[tuple[str, str], Operation] = {
        (group.folder, operation.module): operation
        for group in groups
        for operation in group.operations
    }
    return lambda endpoint: known[str(endpoint.tags[0]), str(endpoint.name)]
