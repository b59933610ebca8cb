"""Checks of parameters."""

from __future__ import annotations

from typing import Final

from specmend.diff.checks.check import (
    BREAKS,
    MAY_WIDEN,
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
    switched_off,
    switched_on,
)
from specmend.diff.checks.paths import MOVED, RENAMED
from specmend.diff.swapped import SWAPPED

QUERYSTRING: Final = "querystring"
"""Where a parameter is the whole query; stands in place of a field for its name."""

ONE_VALUE: Final = "explode of one value"
"""Stands in place of a field for `explode` where there are no lists and no objects."""

IGNORED: Final = "ignored header"
"""The kind of headers that OpenAPI has ignored, as those that say what the content is."""

PARAMETERS: Final[tuple[Check, ...]] = checks_of(
    "parameter",
    [
        ("request-path-parameter-added", "", both(added, named("in", "path")), BREAKS,
         "A path has one more parameter."),
        ("request-parameter-added-required", "", both(added, named("required", True)), NARROWS,
         "There is a new parameter, and it is required."),
        ("request-parameter-added", "", added, TELLS, "There is a new parameter; it is optional."),
        ("deprecated-request-parameter-removed", "",
         both(removed, named("deprecated", True, before=True)), TELLS,
         "A parameter was removed that was deprecated."),
        ("request-parameter-removed", "", removed, WARNS, "A parameter was removed."),
        ("request-parameter-renamed", RENAMED, always, BREAKS, "A parameter has another name."),
        ("request-parameter-moved", MOVED, always, BREAKS,
         "A parameter is sent in another place, as in a header."),
        ("request-parameters-swapped", SWAPPED, always, BREAKS,
         "Of two parameters, each is now what the other one was."),
        ("request-parameter-renamed", "name", always, BREAKS, "A parameter has another name."),
        ("request-parameter-moved", "in", always, BREAKS,
         "A parameter is sent in another place, as in a header."),
        ("request-parameter-title-changed", QUERYSTRING, always, TELLS,
         "The parameter that is the whole query has another name, which no request shows."),
        ("request-parameter-became-required", "required", switched_on, NARROWS,
         "A parameter is required now."),
        ("request-parameter-became-optional", "required", always, WIDENS,
         "A parameter is not required any more."),
        ("request-parameter-deprecated", "deprecated", switched_on, TELLS,
         "A parameter is deprecated."),
        ("request-parameter-reactivated", "deprecated", always, TELLS,
         "A parameter is not deprecated any more."),
        ("request-parameter-style-changed", "style", always, BREAKS,
         "The value of a parameter is written in another way."),
        ("request-parameter-explode-changed", "explode", always, BREAKS,
         "Lists and objects in a parameter are written in another way."),
        ("request-parameter-explode-unused", ONE_VALUE, always, TELLS,
         "`explode` changed where a parameter holds no list and no object, so it has no effect."),
        ("request-parameter-allow-reserved-changed", "allowReserved", always, WARNS,
         "Reserved characters in a parameter are written in another way."),
        ("request-parameter-empty-value-allowed", "allowEmptyValue", switched_on, MAY_WIDEN,
         "A parameter may be sent without a value."),
        ("request-parameter-empty-value-refused", "allowEmptyValue", switched_off, NARROWS,
         "A parameter may not be sent without a value any more."),
        ("request-parameter-schema-added", "schema", added, NARROWS,
         "A parameter without a schema has one now."),
        ("request-parameter-schema-removed", "schema", removed, MAY_WIDEN,
         "A parameter has no schema any more."),
        ("request-parameter-content-changed", "content", always, BREAKS,
         "A parameter is written as another media type, or as none."),
        ("request-parameter-description-changed", "description", always, TELLS,
         "The description of a parameter changed."),
        ("request-parameter-example-changed", "example", always, TELLS,
         "The examples of a parameter changed."),
        ("request-parameter-field-changed", "*", always, WARNS,
         "A field of a parameter changed that is not known."),
    ],
)  # fmt: skip

DEFAULTS: Final[tuple[Check, ...]] = checks_of(
    "parameter default",
    [
        ("request-parameter-default-added", "default", added, BREAKS,
         "A request without the parameter means another value."),
        ("request-parameter-default-removed", "default", removed, BREAKS,
         "A request without the parameter has no value for it."),
        ("request-parameter-default-changed", "default", always, BREAKS,
         "A request without the parameter means another value."),
    ],
)  # fmt: skip

IGNORED_HEADERS: Final[tuple[Check, ...]] = checks_of(
    IGNORED,
    [
        ("ignored-header-changed", "*", always, TELLS,
         "A header is described in another way of which OpenAPI says that it is ignored."),
    ],
)  # fmt: skip
