"""The fields of overlays and step files as types, by which msgspec reads them.

schema.py says the same as a JSON Schema, for editors, the documentation and the words of faults.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Generic, Literal, TypeVar

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from specmend.document.tree.values import MISSING, Tree
from specmend.steps.schema import DIGEST, FILLED, PATH, URI_REFERENCE, VERSION

_Text = Annotated[str, Meta(pattern=FILLED)]
_Path = Annotated[str, Meta(pattern=PATH)]
_Digest = Annotated[str, Meta(pattern=DIGEST)]
_Texts = Annotated[list[_Text], Meta(min_length=1)]
_Digests = Annotated[list[_Digest], Meta(min_length=1)]


class ExpectFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`x-expect`: what the action found when it was recorded."""

    matches: Annotated[int, Meta(ge=1)]
    before: Any = MISSING
    digest: _Digest = ""


class ConflictPlace(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One place of `x-conflict`, with the three values that stood there."""

    at: _Path
    now_at: _Path = ""
    recorded: Any = MISSING
    upstream: Any = MISSING
    ours: Any = MISSING


class ConflictFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`x-conflict`: what `specmend update` leaves for a person."""

    verdict: Literal["moved", "conflict", "gone", "never-matched", "blocked"]
    message: _Text
    places: list[ConflictPlace] = []
    kept: list[_Path] = []
    candidates: list[_Path] = []


class AppliesToFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`x-applies-to`: the upstream documents that the step is for."""

    versions: _Texts = []
    digests: _Digests = []


class RetiredFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`x-retired`: why `specmend update` retired the step."""

    because: Literal["already-upstream", "theirs"]
    version: str = ""
    digest: _Digest


class ActionFields(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "edit": "x-edit",
        "expect": "x-expect",
        "optional": "x-optional",
        "conflict": "x-conflict",
        "number": "x-number",
    },
):
    """One action; `edit` holds the name of a named edit and its parameters."""

    target: _Path
    description: str = ""
    update: Any = MISSING
    copy: _Path = ""
    remove: bool = False
    edit: dict[str, Any] | UnsetType = UNSET
    expect: ExpectFields | UnsetType = UNSET
    optional: _Text = ""
    conflict: ConflictFields | UnsetType = UNSET
    number: Annotated[int, Meta(ge=1)] | UnsetType = UNSET


class PlainInfo(Struct, frozen=True, kw_only=True):
    """`info` of a plain overlay."""

    title: str
    version: str
    description: str = ""


class StepInfo(
    Struct,
    frozen=True,
    kw_only=True,
    rename={
        "reason": "x-reason",
        "generator": "x-generator",
        "link": "x-link",
        "until": "x-until",
        "applies_to": "x-applies-to",
        "retired": "x-retired",
    },
):
    """`info` of a step file."""

    title: _Text
    version: _Text
    description: str = ""
    reason: _Text
    generator: _Text = ""
    link: _Text = ""
    until: _Text = ""
    applies_to: AppliesToFields = AppliesToFields()
    retired: RetiredFields | UnsetType = UNSET


Info = TypeVar("Info", PlainInfo, StepInfo)


class OverlayFields(Struct, Generic[Info], frozen=True, kw_only=True):
    """The whole file: an overlay of the standard (Overlay 1.0 or 1.1), or a step."""

    overlay: Annotated[str, Meta(pattern=VERSION)]
    extends: Annotated[str, Meta(pattern=URI_REFERENCE)] = ""
    info: Info
    actions: Annotated[list[ActionFields], Meta(min_length=1)]


def step_fields(tree: Tree) -> OverlayFields[StepInfo] | None:
    """The fields of a step file, or None where STEP_SCHEMA does not allow it."""
    return _read(tree, OverlayFields[StepInfo])


def overlay_fields(tree: Tree) -> OverlayFields[PlainInfo] | None:
    """The fields of a plain overlay, or None where OVERLAY_SCHEMA does not allow it."""
    return _read(tree, OverlayFields[PlainInfo])


def action_fields(action: Mapping[str, Any]) -> ActionFields:
    """The fields of one action that was checked."""
    return msgspec.convert(action, ActionFields)


def _read(tree: Tree, kind: type[OverlayFields[Info]]) -> OverlayFields[Info] | None:
    try:
        fields = msgspec.convert(tree, kind)
    except msgspec.ValidationError:
        return None
    return fields if _has_only_known_fields(tree, fields) and _has_named_edits(fields) else None


def _has_only_known_fields(tree: Mapping[str, Any], fields: OverlayFields[Info]) -> bool:
    """Overlay 1.1 section 4.5: whatever else a file says starts with `x-`."""
    return all(
        key in part.__struct_encode_fields__ or key.startswith("x-")
        for mapping, part in _open_mappings(tree, fields)
        for key in mapping
    )


def _open_mappings(
    tree: Mapping[str, Any], fields: OverlayFields[Info]
) -> Iterator[tuple[Mapping[str, Any], Struct]]:
    yield tree, fields
    yield tree["info"], fields.info
    yield from zip(tree["actions"], fields.actions, strict=True)


def _has_named_edits(fields: OverlayFields[Info]) -> bool:
    edits = (action.edit for action in fields.actions)
    return all(edit is UNSET or isinstance(edit.get("name"), str) for edit in edits)
