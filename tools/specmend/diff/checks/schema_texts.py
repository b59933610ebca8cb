"""Checks of what a schema says to people, and of how it is named."""

from __future__ import annotations

from typing import Final

from specmend.diff.checks.check import (
    BREAKS,
    TELLS,
    WARNS,
    Check,
    always,
    checks_of,
    switched_on,
)

SCHEMA_TEXTS: Final[tuple[Check, ...]] = checks_of(
    "schema",
    [
        ("schema-title-changed", "title", always, TELLS, "The title of a schema changed."),
        ("schema-description-changed", "description", always, TELLS,
         "The description of a schema changed."),
        ("schema-example-changed", "examples", always, TELLS,
         "The examples of a schema changed."),
        ("schema-documentation-changed", "externalDocs", always, TELLS,
         "The link to the documentation of a schema changed."),
        ("schema-deprecated", "deprecated", switched_on, TELLS, "A value is deprecated."),
        ("schema-reactivated", "deprecated", always, TELLS,
         "A value is not deprecated any more."),
        ("schema-comment-changed", "$comment", always, TELLS, "A comment changed."),
        ("schema-dialect-changed", "$schema", always, WARNS,
         "A schema is read by another dialect of JSON Schema."),
        ("schema-dialect-changed", "$vocabulary", always, WARNS,
         "A schema is read by another dialect of JSON Schema."),
        ("schema-xml-changed", "xml", always, BREAKS, "A value is written as other XML."),
        ("schema-keyword-changed", "*", always, WARNS,
         "A keyword of a schema changed that is not known."),
    ],
)  # fmt: skip
