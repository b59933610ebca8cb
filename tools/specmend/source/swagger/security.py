"""Security: `securityDefinitions` as security schemes, and the requirements that name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specmend.document.tree.values import Tree
from specmend.source.swagger.notes import Fields, Notes, Place
from specmend.source.swagger.rewrite import GONE, Rule, constant, rewrite

_FLOWS: Final[Mapping[str, str]] = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
"""Swagger 2.0, Security Scheme Object, `flow`, as fields of OpenAPI 3.0.4 section 4.7.28."""

_OF_THE_FLOW: Final = ("authorizationUrl", "tokenUrl", "scopes")


def convert_scheme(scheme: Tree, place: Place, notes: Notes) -> Tree:
    """A security scheme (Swagger 2.0, Security Scheme Object)."""
    if not isinstance(scheme, dict):
        notes.expected(place.old, "a security scheme", scheme)
        return scheme
    kind = scheme.get("type")
    if kind == "basic":
        return rewrite(scheme, place, notes, {"type": _basic})
    return _oauth2(scheme, place, notes) if kind == "oauth2" and "flow" in scheme else scheme


def convert_requirements(value: Tree, place: Place, notes: Notes) -> Fields:
    """Security requirements, with the names that the schemes have now."""
    if not isinstance(value, list):
        notes.expected(place.old, "a list of security requirements", value)
        return {"security": value}
    names = notes.names["securityDefinitions"]
    return {"security": [_renamed(requirement, names) for requirement in value]}


def _renamed(requirement: Tree, names: Mapping[str, str]) -> Tree:
    if not isinstance(requirement, dict):
        return requirement
    return {names.get(name, name): scopes for name, scopes in requirement.items()}


def _basic(_value: Tree, _place: Place, _notes: Notes) -> Fields:
    return {"type": "http", "scheme": "basic"}


def _oauth2(scheme: dict[str, Tree], place: Place, notes: Notes) -> Tree:
    """The scheme with its one flow; what is of the flow goes there."""
    name = scheme["flow"]
    if not isinstance(name, str) or name not in _FLOWS:
        notes.expected((*place.old, "flow"), "one of " + ", ".join(_FLOWS), name)
        return scheme
    flow = {key: scheme[key] for key in scheme if key in _OF_THE_FLOW and key != "scopes"}
    flows = {"flows": {_FLOWS[name]: {**flow, **_scopes(scheme, place, notes)}}}
    rules: dict[str, Rule] = {
        **dict.fromkeys(_OF_THE_FLOW, GONE),
        "flow": constant(flows),
    }
    return rewrite(scheme, place, notes, rules)


def _scopes(scheme: Fields, place: Place, notes: Notes) -> dict[str, Tree]:
    """The scopes of a flow; its extensions among them, which OpenAPI has no place for there."""
    scopes = scheme.get("scopes")
    if scopes is None:
        notes.remark(place.old, "This flow lists no `scopes`: none are assumed.")
        return {"scopes": {}}
    if isinstance(scopes, list) and all(isinstance(name, str) for name in scopes):
        notes.remark((*place.old, "scopes"), "Scopes have descriptions: these get empty ones.")
        return {"scopes": dict.fromkeys(scopes, "")}
    if not isinstance(scopes, dict):
        notes.expected((*place.old, "scopes"), "scopes by name", scopes)
        return {"scopes": scopes}
    extensions = {key: value for key, value in scopes.items() if key.startswith("x-")}
    rest = {key: value for key, value in scopes.items() if key not in extensions}
    return {"scopes": rest, **extensions}


def _fields(fields: Fields, *_: object) -> Fields:
    return fields
