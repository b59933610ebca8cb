"""Checks of servers and their variables."""

from __future__ import annotations

from typing import Final

from specmend.diff.checks.check import (
    BREAKS,
    NARROWS,
    TELLS,
    WARNS,
    Check,
    added,
    always,
    checks_of,
    removed,
)
from specmend.diff.checks.paths import RENAMED

SERVERS: Final[tuple[Check, ...]] = (
    *checks_of(
        "server",
        [
            ("server-added", "", added, TELLS, "There is one more server."),
            ("server-removed", "", removed, BREAKS, "A server was removed."),
            ("server-added", "only", added, WARNS,
             "There is a server, in place of that of the document."),
            ("server-removed", "only", removed, BREAKS, "There is no server any more."),
            ("server-url-changed", RENAMED, always, BREAKS, "A server has another address."),
            ("server-order-changed", "order", always, WARNS, "Another server is the first one."),
            ("server-name-changed", "name", always, TELLS, "The name of a server changed."),
            ("server-description-changed", "description", always, TELLS,
             "The description of a server changed."),
            ("server-extension-changed", "x-*", always, TELLS, "An extension of a server changed."),
            ("server-field-changed", "*", always, WARNS,
             "A field of a server changed that is not known."),
        ],
    ),
    *checks_of(
        "server variable",
        [
            ("server-variable-added", "", added, WARNS, "The address of a server has a variable."),
            ("server-variable-removed", "", removed, WARNS,
             "The address of a server has a variable less."),
            ("server-variable-renamed", RENAMED, always, WARNS,
             "A variable in the address of a server has another name."),
            ("server-variable-default-changed", "default", always, WARNS,
             "A variable of a server has another default."),
            ("server-variable-value-added", "enum", added, TELLS,
             "A variable of a server may have one more value."),
            ("server-variable-value-removed", "enum", removed, NARROWS,
             "A variable of a server may have a value less."),
            ("server-variable-values-changed", "enum", always, NARROWS,
             "A variable of a server may have other values."),
            ("server-variable-description-changed", "description", always, TELLS,
             "The description of a variable changed."),
            ("server-variable-field-changed", "*", always, WARNS,
             "A field of a variable changed that is not known."),
        ],
    ),
)  # fmt: skip
