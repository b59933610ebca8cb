"""The only list of the named edits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specmend.steps.edits import move_path_prefix, set_value
from specmend.steps.edits.edit import NamedEdit

EDITS: Final[Mapping[str, NamedEdit]] = {
    edit.name: edit
    for edit in (
        move_path_prefix.EDIT,
        set_value.EDIT,
    )
}
