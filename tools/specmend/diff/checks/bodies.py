"""Checks of request bodies, of media types and of the encoding of their parts."""

from __future__ import annotations

from typing import Final

from specmend.diff.checks.check import (
    BREAKS,
    NARROWS,
    TELLS,
    WARNS,
    WIDENS,
    Check,
    added,
    always,
    both,
    checks_of,
    named,
    removed,
    switched_on,
)
from specmend.diff.checks.paths import RENAMED
from specmend.diff.delta import Delta
from specmend.diff.swapped import SWAPPED
from specmend.document.openapi.media_types import is_wider

COVERED: Final = "covered"
APART: Final = "apart"
"""Stand in place of a field for a media type beside a range that covers it."""

_BODY: Final = "requestBody"


def _names(delta: Delta) -> tuple[str, str]:
    """The name of a media type now, and before."""
    return str(delta.address[-1]), str((delta.was or delta.address)[-1])


def _is_wider(delta: Delta) -> bool:
    return is_wider(*_names(delta))


def _is_narrower(delta: Delta) -> bool:
    return is_wider(*reversed(_names(delta)))


BODIES: Final[tuple[Check, ...]] = (
    *checks_of(
        "operation",
        [
            ("request-body-added-required", _BODY, both(added, named("required", True)), NARROWS,
             "An operation takes a body now, and requires it."),
            ("request-body-added", _BODY, added, TELLS, "An operation takes a body now."),
            ("request-body-removed", _BODY, removed, BREAKS, "An operation takes no body."),
        ],
    ),
    *checks_of(
        "request body",
        [
            ("request-body-became-required", "required", switched_on, NARROWS,
             "The body is required now."),
            ("request-body-became-optional", "required", always, WIDENS,
             "The body is not required any more."),
            ("request-body-description-changed", "description", always, TELLS,
             "The description of a body changed."),
            ("request-body-extension-changed", "x-*", always, TELLS,
             "An extension of a body changed."),
            ("request-body-field-changed", "*", always, WARNS,
             "A field of a body changed that is not known."),
        ],
    ),
)  # fmt: skip

MEDIA_TYPES: Final[tuple[Check, ...]] = (
    *checks_of(
        "media type",
        [
            ("media-type-covered-added", COVERED, added, TELLS,
             "A media type is named that a range with the same content covers."),
            ("media-type-covered-removed", COVERED, removed, TELLS,
             "A media type is not named any more; a range with the same content covers it."),
            ("media-type-described-apart", APART, always, WARNS,
             "A media type that a range covers is described on its own now."),
            ("media-type-added", "", added, TELLS, "One more media type is possible."),
            ("media-type-removed", "", removed, BREAKS, "A media type was removed."),
            ("media-type-generalized", RENAMED, _is_wider, ("info", "breaking"),
             "A media type has a wider name, as `image/*`."),
            ("media-type-specialized", RENAMED, _is_narrower, NARROWS,
             "A media type has a narrower name."),
            ("media-type-renamed", RENAMED, always, BREAKS, "A media type has another name."),
            ("media-types-swapped", SWAPPED, always, BREAKS,
             "Of two media types, each holds now what the other one held."),
            ("media-type-schema-added", "schema", added, NARROWS,
             "What was not described has a schema now."),
            ("media-type-schema-removed", "schema", removed, ("info", "warning"),
             "The content has no schema any more."),
            ("media-type-item-schema-added", "itemSchema", added, NARROWS,
             "The items of a stream have a schema now."),
            ("media-type-item-schema-removed", "itemSchema", removed, ("info", "warning"),
             "The items of a stream have no schema any more."),
            ("media-type-item-encoding-changed", "itemEncoding", always, BREAKS,
             "The items of a multipart body are written in another way."),
            ("media-type-example-changed", "example", always, TELLS,
             "The examples of a media type changed."),
            ("media-type-extension-changed", "x-*", always, TELLS,
             "An extension of a media type changed."),
            ("media-type-field-changed", "*", always, WARNS,
             "A field of a media type changed that is not known."),
        ],
    ),
    *checks_of(
        "encoding",
        [
            ("encoding-added", "", added, BREAKS, "A part of the body is written in another way."),
            ("encoding-removed", "", removed, BREAKS,
             "A part of the body is written in another way."),
            ("encoding-renamed", RENAMED, always, BREAKS,
             "Another part of the body is written in a way of its own."),
            ("encoding-content-type-changed", "contentType", always, BREAKS,
             "A part of the body has another media type."),
            ("encoding-style-changed", "style", always, BREAKS,
             "A part of the body is written in another way."),
            ("encoding-explode-changed", "explode", always, BREAKS,
             "Lists and objects in a part of the body are written in another way."),
            ("encoding-allow-reserved-changed", "allowReserved", always, WARNS,
             "Reserved characters in a part of the body are written in another way."),
            ("encoding-extension-changed", "x-*", always, TELLS,
             "An extension of an encoding changed."),
            ("encoding-field-changed", "*", always, WARNS,
             "A field of an encoding changed that is not known."),
        ],
    ),
)  # fmt: skip
