"""What must be a URI is one, and what must be an address of email."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.identifiers import OWN_URI
from specmend.document.openapi.uris import is_email, is_uri_reference
from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "uris"

_SHOWN: Final = 60
_OF_INFO: Final[tuple[Address, ...]] = (
    ("info", "termsOfService"),
    ("info", "contact", "url"),
    ("info", "license", "url"),
)
_EMAIL: Final[Address] = ("info", "contact", "email")
_DOCS: Final = "externalDocs"
_OF_FLOWS: Final = ("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl")
_OF_SCHEMES: Final = ("openIdConnectUrl", "oauth2MetadataUrl")
_OPTIONAL: Final = ("termsOfService", "refreshUrl", "email", OWN_URI)


def _document(scope: Scope, _: Address, tree: Any) -> Iterator[Fault]:
    """OpenAPI 3.0.3 sections 4.7.2 to 4.7.4, 3.1 sections 4.8.1 to 4.8.4."""
    for place in _OF_INFO:
        yield from _fault(place, get(tree, place))
    yield from _fault((_DOCS, "url"), get(tree, (_DOCS, "url")))
    if not scope.is_30:
        yield from _fault(("jsonSchemaDialect",), tree.get("jsonSchemaDialect"))
    if scope.is_32:
        yield from _fault((OWN_URI,), tree.get(OWN_URI))
    email = get(tree, _EMAIL)
    if isinstance(email, str) and not is_email(email):
        yield _told(_EMAIL, email, "an address of email")


def _docs(_scope: Scope, address: Address, holder: Any) -> Iterator[Fault]:
    yield from _fault((*address, _DOCS, "url"), get(holder, (_DOCS, "url")))


def _fields(*names: str) -> Check:
    def check(_scope: Scope, address: Address, holder: Any) -> Iterator[Fault]:
        for name in names:
            yield from _fault((*address, name), holder.get(name))

    return check


def _identity(name: str) -> Check:
    """What a schema says of itself since 3.1 (JSON Schema core sections 8.1.1 and 8.2.1)."""

    def check(scope: Scope, address: Address, schema: Any) -> Iterator[Fault]:
        if not scope.is_30:
            yield from _fault((*address, name), schema[name])

    return check


CHECKS: Final[Mapping[str, Check]] = {
    "document": _document,
    **{f"{kind}.{_DOCS}": _docs for kind in ("tag", "operation", "schema")},
    "flow": _fields(*_OF_FLOWS),
    "security scheme": _fields(*_OF_SCHEMES),
    "example.externalValue": _fields("externalValue"),
    **{f"schema.{field}": _identity(field) for field in ("$id", "$schema")},
}
"""Each field that must be a URI, where it stands."""


def _fault(address: Address, value: Tree) -> Iterator[Fault]:
    if isinstance(value, str) and not is_uri_reference(value):
        yield _told(address, value, "a URI")


def _told(address: Address, value: str, expected: str) -> Fault:
    key = str(address[-1])
    return Fault(
        rule=NAME,
        address=address,
        message=f"'{key}' is {one_line(value, _SHOWN)} and not {expected}",
        advice="record a step that sets another one",
        mend=removal(f"Remove {key}, which is not {expected}") if key in _OPTIONAL else None,
    )
