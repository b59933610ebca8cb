"""Checks of the values that a schema lists, of its default, and of the direction of properties."""

from __future__ import annotations

from typing import Any, Final

from specmend.diff.checks.check import (
    BREAKS,
    MAY_NARROW,
    NARROWS,
    TELLS,
    WIDENS,
    Check,
    added,
    always,
    checks_of,
    removed,
    switched_on,
)
from specmend.diff.delta import Delta
from specmend.document.tree.values import canonical

_CONST: Final = "const"
_EXTENSIBLE: Final = "x-extensible-enum"


def _is_const(delta: Delta) -> bool:
    places = [delta.address, delta.was or ()]
    return any(place[-1:] == (_CONST,) for place in places)


def _const_added(delta: Delta) -> bool:
    return added(delta) and _is_const(delta)


def _const_removed(delta: Delta) -> bool:
    return removed(delta) and _is_const(delta)


def _const_changed(delta: Delta) -> bool:
    return delta.address[-1:] == (_CONST,) and (delta.was or ())[-1:] == (_CONST,)


def _listed(value: Any) -> set[str]:
    return {canonical(one) for one in value} if isinstance(value, list) else set()


def _has_only_more(delta: Delta) -> bool:
    return _listed(delta.before) < _listed(delta.after)


def _has_only_less(delta: Delta) -> bool:
    return _listed(delta.after) < _listed(delta.before)


VALUES: Final[tuple[Check, ...]] = checks_of(
    "schema",
    [
        ("schema-const-added", "enum", _const_added, NARROWS, "Only one value is allowed."),
        ("schema-const-removed", "enum", _const_removed, WIDENS, "Not only one value is allowed."),
        ("schema-const-changed", "enum", _const_changed, BREAKS, "Another value is allowed."),
        ("schema-enum-added", "enum", added, NARROWS, "Only listed values are allowed."),
        ("schema-enum-removed", "enum", removed, WIDENS, "Not only listed values are allowed."),
        ("schema-enum-value-added", "enum", _has_only_more, ("info", "warning"),
         "More values are allowed."),
        ("schema-enum-value-removed", "enum", _has_only_less, NARROWS,
         "Fewer values are allowed."),
        ("schema-enum-values-changed", "enum", always, ("breaking", "warning"),
         "Values are allowed that were not, and others are not any more."),
        ("schema-extensible-enum-added", _EXTENSIBLE, added, TELLS,
         "Values are listed, to which others may come."),
        ("schema-extensible-enum-removed", _EXTENSIBLE, removed, TELLS,
         "Values are not listed any more."),
        ("schema-extensible-enum-value-added", _EXTENSIBLE, _has_only_more, TELLS,
         "More values are listed."),
        ("schema-extensible-enum-value-removed", _EXTENSIBLE, always, ("breaking", "info"),
         "A listed value was removed."),
        ("schema-default-added", "default", added, TELLS, "There is a default."),
        ("schema-default-removed", "default", removed, TELLS, "There is no default any more."),
        ("schema-default-changed", "default", always, TELLS, "The default is another one."),
        ("schema-became-read-only", "readOnly", switched_on, ("warning", "info"),
         "A client cannot send the value any more."),
        ("schema-became-not-read-only", "readOnly", always, TELLS,
         "A client can send the value now."),
        ("schema-became-write-only", "writeOnly", switched_on, ("info", "warning"),
         "A client does not get the value any more."),
        ("schema-became-not-write-only", "writeOnly", always, TELLS,
         "A client can get the value now."),
        ("schema-encoding-added", "contentEncoding", added, BREAKS, "Texts are encoded."),
        ("schema-encoding-removed", "contentEncoding", removed, BREAKS,
         "Texts are not encoded any more."),
        ("schema-encoding-changed", "contentEncoding", always, BREAKS,
         "Texts are encoded in another way."),
        ("schema-content-type-added", "contentMediaType", added, MAY_NARROW,
         "Texts hold a media type."),
        ("schema-content-type-removed", "contentMediaType", removed, ("info", "warning"),
         "Texts hold no media type any more."),
        ("schema-content-type-changed", "contentMediaType", always, BREAKS,
         "Texts hold another media type."),
    ],
)  # fmt: skip
