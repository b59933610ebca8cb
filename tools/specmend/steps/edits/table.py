"""The only list of the named edits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specmend.steps.edits import (
    change_members,
    make_nullable,
    move_path_prefix,
    rename_key,
    rename_operation,
    rename_property,
    rename_schema,
    set_value,
)
from specmend.steps.edits.edit import NamedEdit

EDITS: Final[Mapping[str, NamedEdit]] = {
    edit.name: edit
    for edit in (
        move_path_prefix.EDIT,
        set_value.EDIT,
        rename_schema.EDIT,
        rename_property.EDIT,
        rename_operation.EDIT,
        rename_key.EDIT,
        change_members.EDIT,
        make_nullable.EDIT,
    )
}
