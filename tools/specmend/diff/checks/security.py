"""Checks of security: what an operation requires, and how the schemes work."""

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
    removed,
)
from specmend.diff.checks.paths import RENAMED
from specmend.diff.delta import Delta

SCOPES: Final = "scopes"
"""Stands in place of a field for a requirement whose schemes have other scopes."""

_ONLY: Final = "only"


def _is_optional(delta: Delta) -> bool:
    """Whether the requirement asks for nothing, so that all others are optional."""
    return {} in (delta.before, delta.after)


def _asks_for_more(delta: Delta) -> bool:
    """Whether a scope is required that was not."""
    return not _scopes(delta.after) <= _scopes(delta.before)


def _asks_for_less(delta: Delta) -> bool:
    """Whether credentials are required of which all were required before, with their scopes."""
    before, after = delta.before, delta.after
    if not isinstance(before, dict) or not isinstance(after, dict) or not after:
        return False
    return after.keys() < before.keys() and not _asks_for_more(delta)


def _scopes(requirement: object) -> set[tuple[str, str]]:
    schemes = requirement if isinstance(requirement, dict) else {}
    return {
        (str(scheme), str(scope))
        for scheme, scopes in schemes.items()
        for scope in (scopes if isinstance(scopes, list) else ())
    }


REQUIREMENTS: Final[tuple[Check, ...]] = checks_of(
    "security requirement",
    [
        ("security-added", _ONLY, added, BREAKS,
         "Calls need credentials that needed none."),
        ("security-removed", _ONLY, removed, TELLS, "Calls need no credentials any more."),
        ("security-became-optional", "", both(added, _is_optional), TELLS,
         "Calls need no credentials any more, though they may have them."),
        ("security-became-mandatory", "", both(removed, _is_optional), BREAKS,
         "Calls need credentials that could go without."),
        ("security-alternative-added", "", added, TELLS, "There is one more way to be known."),
        ("security-alternative-removed", "", removed, BREAKS, "A way to be known was removed."),
        ("security-scope-added", SCOPES, _asks_for_more, BREAKS, "Calls need one more scope."),
        ("security-scope-removed", SCOPES, always, TELLS, "Calls need fewer scopes."),
        ("security-requirement-relaxed", RENAMED, _asks_for_less, TELLS,
         "Calls need fewer credentials than before."),
        ("security-requirement-changed", RENAMED, always, BREAKS,
         "Calls need other credentials."),
    ],
)  # fmt: skip

SCHEMES: Final[tuple[Check, ...]] = (
    *checks_of(
        "security scheme",
        [
            ("security-scheme-type-changed", "type", always, BREAKS,
             "A security scheme is of another type."),
            ("security-scheme-name-changed", "name", always, BREAKS,
             "The key is sent under another name."),
            ("security-scheme-place-changed", "in", always, BREAKS,
             "The key is sent in another place."),
            ("security-scheme-http-changed", "scheme", always, BREAKS,
             "Credentials are sent by another scheme of HTTP."),
            ("security-scheme-bearer-format-changed", "bearerFormat", always, TELLS,
             "Tokens are described in another way."),
            ("security-scheme-open-id-changed", "openIdConnectUrl", always, WARNS,
             "The address of OpenID Connect changed."),
            ("security-scheme-metadata-added", "oauth2MetadataUrl", added, TELLS,
             "The metadata of OAuth have an address now."),
            ("security-scheme-metadata-changed", "oauth2MetadataUrl", always, WARNS,
             "The address of the metadata of OAuth changed."),
            ("security-scheme-deprecated", "deprecated", always, TELLS,
             "A security scheme is deprecated, or is not any more."),
            ("security-scheme-flow-added", "flows", added, TELLS, "Tokens are had in new ways."),
            ("security-scheme-flow-removed", "flows", removed, BREAKS, "Tokens are had in no way."),
            ("security-scheme-description-changed", "description", always, TELLS,
             "The description of a security scheme changed."),
            ("security-scheme-extension-changed", "x-*", always, TELLS,
             "An extension of a security scheme changed."),
            ("security-scheme-field-changed", "*", always, WARNS,
             "A field of a security scheme changed that is not known."),
        ],
    ),
    *checks_of(
        "flows",
        [
            ("security-scheme-flow-added", "*", added, TELLS, "Tokens are had in one more way."),
            ("security-scheme-flow-removed", "*", removed, BREAKS,
             "A way to have tokens was removed."),
            ("security-scheme-flow-changed", "*", always, BREAKS,
             "Tokens are had in another way."),
        ],
    ),
    *checks_of(
        "flow",
        [
            ("security-scheme-authorization-url-changed", "authorizationUrl", always, WARNS,
             "The address for the consent of people changed."),
            ("security-scheme-token-url-changed", "tokenUrl", always, WARNS,
             "The address for tokens changed."),
            ("security-scheme-refresh-url-changed", "refreshUrl", always, WARNS,
             "The address for new tokens changed."),
            ("security-scheme-device-url-changed", "deviceAuthorizationUrl", always, WARNS,
             "The address for devices changed."),
            ("security-scheme-scope-added", "scopes", added, TELLS, "One more scope is possible."),
            ("security-scheme-scope-removed", "scopes", removed, BREAKS, "A scope was removed."),
            ("security-scheme-scope-changed", "scopes", always, TELLS,
             "A scope is described in another way."),
            ("security-scheme-flow-field-changed", "*", always, WARNS,
             "A field of a flow changed that is not known."),
        ],
    ),
)  # fmt: skip
