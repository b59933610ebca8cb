"""Checks of callbacks and webhooks: what a server calls."""

from __future__ import annotations

from typing import Final

from specmend.diff.checks.check import (
    BREAKS,
    TELLS,
    WARNS,
    Check,
    added,
    always,
    checks_of,
    removed,
)
from specmend.diff.checks.paths import MOVED, RENAMED

CALLBACKS: Final[tuple[Check, ...]] = (
    *checks_of(
        "callback",
        [
            ("callback-added", "", added, TELLS, "An operation has one more callback."),
            ("callback-removed", "", removed, BREAKS, "A callback of an operation was removed."),
            ("callback-renamed", RENAMED, always, TELLS,
             "A callback has another name, which no call shows."),
            ("callback-address-changed", MOVED, always, BREAKS, "A callback has another address."),
            ("callback-extension-changed", "x-*", always, TELLS, "An extension changed."),
            ("callback-address-added", "*", added, TELLS, "A callback has one more address."),
            ("callback-address-removed", "*", removed, BREAKS, "A callback has an address less."),
            ("callback-field-changed", "*", always, WARNS,
             "A field of a callback changed that is not known."),
        ],
    ),
    *checks_of(
        "callback path item",
        [
            ("callback-operation-added", "*", added, TELLS, "A callback has one more method."),
            ("callback-operation-removed", "*", removed, BREAKS, "A callback has a method less."),
            ("callback-field-changed", "*", always, WARNS,
             "A field of a callback changed that is not known."),
        ],
    ),
    *checks_of(
        "webhook",
        [
            ("webhook-added", "", added, TELLS, "The server calls one more webhook."),
            ("webhook-removed", "", removed, BREAKS, "The server calls a webhook no more."),
            ("webhook-renamed", RENAMED, always, WARNS, "A webhook has another name."),
            ("webhook-renamed", MOVED, always, WARNS, "A webhook has another name."),
        ],
    ),
)  # fmt: skip
