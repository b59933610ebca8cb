"""The step that leaves operations out because they cannot be generated."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from specmend.document.openapi.operation_names import OperationName, places_to_drop
from specmend.document.openapi.subset import links_to
from specmend.document.tree.values import Tree
from specmend.steps.step import Step
from specmend.steps.step_name import LEFT_OUT

_EDIT: Final = "drop-operations"


def is_record(step: Step) -> bool:
    """Whether a step is the one that `build --skip-failing` records."""
    return step.title == LEFT_OUT and [action.edit for action in step.actions] == [_EDIT]


def record_in(steps: Iterable[Step]) -> Step | None:
    """The step among others that `build --skip-failing` recorded, if there is one."""
    return next((step for step in steps if is_record(step)), None)


def leave_out(tree: Tree, names: Collection[OperationName]) -> dict[str, Any]:
    """The fields of `drop-operations` that drop operations; a name without a method is a path."""
    paths = [name.path for name in names if not name.method]
    operations = [name for name in names if name.method and name.path not in paths]
    fields: dict[str, Any] = {"name": _EDIT}
    if paths:
        fields["paths"] = paths
    if operations:
        fields["operations"] = [str(name) for name in operations]
    places = [("paths", path) for path in paths]
    if links_to(tree, [*places, *places_to_drop(tree, operations)]):
        fields["links"] = True
    return fields
