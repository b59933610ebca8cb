"""Checks of answers, of their headers and of their links."""

from __future__ import annotations

from typing import Final

from specmend.diff.checks.check import (
    BREAKS,
    TELLS,
    WARNS,
    Check,
    added,
    always,
    both,
    checks_of,
    named,
    removed,
    switched_on,
)
from specmend.diff.checks.parameters import ONE_VALUE
from specmend.diff.checks.paths import RENAMED
from specmend.diff.delta import Delta
from specmend.diff.swapped import SWAPPED


def _is_success(delta: Delta) -> bool:
    return str(_place(delta)[-1]).startswith("2")


def _is_default(delta: Delta) -> bool:
    return str(_place(delta)[-1]) == "default"


def _place(delta: Delta) -> tuple[str | int, ...]:
    return delta.was if removed(delta) and delta.was else delta.address


ANSWERS: Final[tuple[Check, ...]] = checks_of(
    "response",
    [
        ("response-success-status-added", "", both(added, _is_success), TELLS,
         "One more status means success."),
        ("response-default-added", "", both(added, _is_default), TELLS,
         "There is a description for all other statuses."),
        ("response-error-status-added", "", added, TELLS, "One more status is described."),
        ("response-success-status-removed", "", both(removed, _is_success), BREAKS,
         "A status of success was removed."),
        ("response-default-removed", "", both(removed, _is_default), WARNS,
         "The description of all other statuses was removed."),
        ("response-error-status-removed", "", removed, TELLS, "A status is described no more."),
        ("response-status-changed", RENAMED, always, BREAKS, "An answer has another status."),
        ("responses-swapped", SWAPPED, always, BREAKS,
         "Of two answers, each is now what the other one was."),
        ("response-description-changed", "description", always, TELLS,
         "The description of an answer changed."),
        ("response-summary-changed", "summary", always, TELLS,
         "The summary of an answer changed."),
        ("response-extension-changed", "x-*", always, TELLS, "An extension of an answer changed."),
        ("response-field-changed", "*", always, WARNS,
         "A field of an answer changed that is not known."),
    ],
)  # fmt: skip

HEADERS: Final[tuple[Check, ...]] = checks_of(
    "header",
    [
        ("required-response-header-added", "", both(added, named("required", True)),
         ("breaking", "info"), "Every answer has one more header."),
        ("response-header-added", "", added, TELLS, "An answer has one more header."),
        ("required-response-header-removed", "",
         both(removed, named("required", True, before=True)), BREAKS,
         "A header was removed that every answer had."),
        ("response-header-removed", "", removed, WARNS,
         "A header was removed that an answer could have."),
        ("response-header-renamed", RENAMED, always, BREAKS, "A header has another name."),
        ("response-headers-swapped", SWAPPED, always, BREAKS,
         "Of two headers, each is now what the other one was."),
        ("response-header-became-required", "required", switched_on, ("breaking", "info"),
         "Every answer has the header now."),
        ("response-header-became-optional", "required", always, ("info", "breaking"),
         "An answer may lack the header now."),
        ("response-header-deprecated", "deprecated", switched_on, TELLS, "A header is deprecated."),
        ("response-header-reactivated", "deprecated", always, TELLS,
         "A header is not deprecated any more."),
        ("response-header-style-changed", "style", always, BREAKS,
         "The value of a header is written in another way."),
        ("response-header-explode-changed", "explode", always, BREAKS,
         "Objects in a header are written in another way."),
        ("response-header-explode-unused", ONE_VALUE, always, TELLS,
         "`explode` changed where a header holds no list and no object, so it has no effect."),
        ("response-header-schema-added", "schema", added, ("breaking", "info"),
         "A header without a schema has one now."),
        ("response-header-schema-removed", "schema", removed, ("info", "warning"),
         "A header has no schema any more."),
        ("response-header-content-changed", "content", always, BREAKS,
         "A header is written as another media type, or as none."),
        ("response-header-description-changed", "description", always, TELLS,
         "The description of a header changed."),
        ("response-header-example-changed", "example", always, TELLS,
         "The examples of a header changed."),
        ("response-header-field-changed", "*", always, WARNS,
         "A field of a header changed that is not known."),
    ],
)  # fmt: skip

LINKS: Final[tuple[Check, ...]] = checks_of(
    "link",
    [
        ("response-link-added", "", added, TELLS, "An answer has one more link."),
        ("response-link-removed", "", removed, WARNS, "A link of an answer was removed."),
        ("response-link-renamed", RENAMED, always, WARNS, "A link of an answer has another name."),
        ("response-link-operation-changed", "operationId", always, WARNS,
         "A link leads to another operation."),
        ("response-link-operation-changed", "operationRef", always, WARNS,
         "A link leads to another operation."),
        ("response-link-parameter-changed", "parameters", always, WARNS,
         "A link gives another value for a parameter."),
        ("response-link-body-changed", "requestBody", always, WARNS, "A link gives another body."),
        ("response-link-server-changed", "server", always, WARNS, "A link has another server."),
        ("response-link-description-changed", "description", always, TELLS,
         "The description of a link changed."),
        ("response-link-extension-changed", "x-*", always, TELLS, "An extension changed."),
        ("response-link-field-changed", "*", always, WARNS,
         "A field of a link changed that is not known."),
    ],
)  # fmt: skip
