"""Checks of what is for people: texts, tags, examples, and what nothing uses."""

from __future__ import annotations

from typing import Final

from specmend.diff.checks.check import TELLS, WARNS, Check, added, always, checks_of, removed
from specmend.diff.checks.paths import RENAMED

TEXTS: Final[tuple[Check, ...]] = (
    *checks_of(
        "document",
        [
            ("api-version-changed", "info.version", always, TELLS, "The API has another version."),
            ("api-title-changed", "info.title", always, TELLS, "The API has another title."),
            ("api-license-changed", "info.license", always, TELLS, "The license changed."),
            ("api-contact-changed", "info.contact", always, TELLS, "The contact changed."),
            ("api-terms-changed", "info.termsOfService", always, TELLS, "The terms changed."),
            ("api-description-changed", "info", always, TELLS,
             "The description of the API changed."),
            ("api-documentation-changed", "externalDocs", always, TELLS,
             "The link to the documentation of the API changed."),
            ("schema-dialect-changed", "jsonSchemaDialect", always, WARNS,
             "Schemas are read by another dialect of JSON Schema."),
            ("document-extension-changed", "x-*", always, TELLS,
             "An extension of the document changed."),
            ("document-field-changed", "*", always, WARNS,
             "A field of the document changed that is not known."),
        ],
    ),
    *checks_of(
        "tag",
        [
            ("tag-added", "", added, TELLS, "There is one more tag."),
            ("tag-removed", "", removed, TELLS, "A tag was removed."),
            ("tag-renamed", RENAMED, always, TELLS, "A tag has another name."),
            ("tag-changed", "*", always, TELLS, "A tag is described in another way."),
        ],
    ),
    *checks_of(
        "example",
        [
            ("example-changed", "*", always, TELLS, "An example changed."),
        ],
    ),
    *checks_of(
        "component",
        [
            ("component-added", "*", added, TELLS, "A component is new."),
            ("component-removed", "*", removed, TELLS, "An unused component was removed."),
            ("component-changed", "*", always, TELLS, "A component changed."),
        ],
    ),
    *(
        check
        for kind in ("paths", "webhooks", "components")
        for check in checks_of(
            kind,
            [(f"{kind}-extension-changed", "x-*", always, TELLS, "An extension changed.")],
        )
    ),
    # In `paths` and `webhooks`, everything else is a name.
    *checks_of(
        "components",
        [("components-field-changed", "*", always, WARNS, "A field changed that is not known.")],
    ),
)  # fmt: skip
