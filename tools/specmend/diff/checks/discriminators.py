"""Checks of discriminators: which schema a value of a property means."""

from __future__ import annotations

from typing import Final

from specmend.diff.checks.check import (
    BREAKS,
    MAY_WIDEN,
    NARROWS,
    TELLS,
    WARNS,
    Check,
    added,
    always,
    checks_of,
    removed,
)

DISCRIMINATORS: Final[tuple[Check, ...]] = checks_of(
    "discriminator",
    [
        ("discriminator-added", "", added, TELLS, "A property tells the branches apart."),
        ("discriminator-removed", "", removed, TELLS, "No property tells the branches apart."),
        ("discriminator-property-changed", "propertyName", always, BREAKS,
         "Another property tells the branches apart."),
        ("discriminator-value-added", "mapping", added, MAY_WIDEN,
         "One more value stands for a schema."),
        ("discriminator-value-removed", "mapping", removed, NARROWS,
         "A value stands for no schema any more."),
        ("discriminator-value-changed", "mapping", always, BREAKS,
         "A value stands for another schema, or a schema has another value."),
        ("discriminator-default-added", "defaultMapping", added, MAY_WIDEN,
         "Values that stood for no schema stand for one."),
        ("discriminator-default-removed", "defaultMapping", removed, NARROWS,
         "Values that are not listed stand for no schema any more."),
        ("discriminator-default-changed", "defaultMapping", always, WARNS,
         "All other values stand for another schema."),
        ("discriminator-extension-changed", "x-*", always, TELLS,
         "An extension of a discriminator changed."),
        ("discriminator-changed", "", always, BREAKS, "The discriminator is another one."),
        ("discriminator-field-changed", "*", always, WARNS,
         "A field of a discriminator changed that is not known."),
    ],
)  # fmt: skip
