"""The only list of the named edits."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from specmend.steps.edits import (
    add_path_parameter,
    change_members,
    change_type,
    downgrade_to_30,
    downgrade_to_31,
    drop_default,
    drop_operations,
    extract_schema,
    inline_schema,
    keep_operations,
    make_nullable,
    merge_schemas,
    move_path_prefix,
    recompose_allof,
    remove_where,
    rename_extension,
    rename_key,
    rename_operation,
    rename_parameter,
    rename_path,
    rename_property,
    rename_schema,
    rename_tag,
    retarget_references,
    set_default,
    set_value,
    upgrade_to_31,
)
from specmend.steps.edits.edit import NamedEdit

EDITS: Final[Mapping[str, NamedEdit]] = MappingProxyType(
    {
        edit.name: edit
        for edit in (
            move_path_prefix.EDIT,
            set_value.EDIT,
            remove_where.EDIT,
            rename_schema.EDIT,
            rename_property.EDIT,
            rename_parameter.EDIT,
            rename_operation.EDIT,
            rename_tag.EDIT,
            rename_path.EDIT,
            rename_key.EDIT,
            rename_extension.EDIT,
            change_members.EDIT,
            change_type.EDIT,
            set_default.EDIT,
            drop_default.EDIT,
            make_nullable.EDIT,
            extract_schema.EDIT,
            inline_schema.EDIT,
            merge_schemas.EDIT,
            recompose_allof.EDIT,
            retarget_references.EDIT,
            add_path_parameter.EDIT,
            keep_operations.EDIT,
            drop_operations.EDIT,
            upgrade_to_31.EDIT,
            downgrade_to_30.EDIT,
            downgrade_to_31.EDIT,
        )
    }
)
