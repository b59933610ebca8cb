"""Rename paths, with the references into them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.operations import operations_of
from specmend.document.openapi.parameters import path_names, template_names
from specmend.document.openapi.retarget import retarget
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, rename_keys
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import check_names, check_whole
from specmend.steps.edits.edit import Edited, NamedEdit


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Give paths other templates; references follow.

    Refuses a path that is not there, a template that is taken or differs from another one only by
    the names in its braces, a name in braces that no parameter declares, and a declared parameter
    that has no place any more.
    """
    check_whole(targets)
    names: Mapping[str, str] = parameters["names"]
    paths = get(tree, ("paths",))
    known: dict[str, Address] = {
        path: ("paths", path) for path in (paths if isinstance(paths, dict) else ())
    }
    check_names(names, known, "path", ("paths",))
    _check_shapes(known, names)
    for old, new in names.items():
        _check_parameters(tree, known[old], new)
    moved: dict[Address, Address] = {known[old]: ("paths", new) for old, new in names.items()}
    renamed = rename_keys(tree, ("paths",), names)
    return Edited(tree=retarget(renamed, moved), places=tuple(moved.items()))


def _check_shapes(known: Mapping[str, Address], names: Mapping[str, str]) -> None:
    """Templates that differ only by names in braces are one path (OpenAPI 3.1 section 4.8.8.1)."""
    for old, new in names.items():
        for other in known:
            end = names.get(other, other)
            if other != old and _shape(end) == _shape(new) and _shape(other) != _shape(old):
                raise ActionFailed(
                    f"{old} would become {new}, which is the same path as {end}",
                    known[old],
                    advice="choose another path",
                )


def _shape(path: str) -> str:
    return re.sub(r"\{[^{}/]+\}", "{}", path)


def _check_parameters(tree: Tree, item: Address, new: str) -> None:
    """Names in the template and declared parameters are the same (OpenAPI 3.1 section 4.8.2)."""
    before, after = set(template_names(str(item[-1]))), set(template_names(new))
    if not isinstance(get(tree, item), dict) or "$ref" in get(tree, item):
        if before != after:
            raise ActionFailed(
                "the parameters of this path stand elsewhere",
                item,
                advice="keep the names in braces",
            )
        return
    operations: list[Address | None] = [*operations_of(tree, item)]
    for operation in operations or [None]:
        declared = path_names(tree, item, operation)
        missing, lost = (after - before) - declared, (before - after) & declared
        if missing or lost:
            words = [f"{{{name}}} would be declared by no parameter" for name in sorted(missing)]
            words += [f"the path parameter {name} would have no place" for name in sorted(lost)]
            raise ActionFailed(
                "; ".join(words),
                operation or item,
                expected="the same names in braces",
                advice="rename the parameter with rename-parameter",
            )


EDIT = NamedEdit(
    name="rename-path",
    help="Change path templates.",
    parameters={
        "type": "object",
        "required": ["names"],
        "additionalProperties": False,
        "properties": {
            "names": {
                "description": "The old path templates, each with its new one.",
                "type": "object",
                "minProperties": 1,
                "additionalProperties": {"type": "string", "pattern": "^/"},
            }
        },
    },
    apply=apply,
)
