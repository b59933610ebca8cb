"""What a schema says of XML goes together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.media_types import bare
from specmend.document.openapi.uris import is_uri
from specmend.document.text.one_line import one_line
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.inner_schemas import may_be_list
from specmend.validate.rules.mend import Mend, removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "xml"

_NODES: Final = ("element", "attribute", "text", "cdata", "none")
_OLDER: Final = ("attribute", "wrapped")
_NODE: Final = "nodeType"
_SHOWN: Final = 60


def _schema(scope: Scope, address: Address, schema: Any) -> Iterator[Fault]:
    """The XML Object of a schema (OpenAPI 3.0.3 section 4.7.26, 3.1 section 4.8.26)."""
    xml = schema["xml"]
    if not isinstance(xml, dict) or (scope.is_30 and "$ref" in schema):
        return
    place = (*address, "xml")
    namespace = xml.get("namespace")
    if isinstance(namespace, str) and not is_uri(namespace):
        words = f"'namespace' is {one_line(namespace, _SHOWN)} and not a URI with a scheme"
        yield _told((*place, "namespace"), words, "record a step that sets another one")
    if scope.is_32:
        yield from _node(place, xml)
    if xml.get("wrapped") is True and _NODE not in xml and not may_be_list(schema):
        yield Fault(
            rule=NAME,
            address=(*place, "wrapped"),
            message="'wrapped' is for lists, and this schema is for none",
            level="warning",
            advice="record a step that removes it",
            mend=removal("Remove wrapped, which is for lists"),
        )


def _node(place: Address, xml: Any) -> Iterator[Fault]:
    """The kind of node (OpenAPI 3.2, XML Object)."""
    kind = xml.get(_NODE)
    if isinstance(kind, str) and kind not in _NODES:
        words = f"'{_NODE}' is {one_line(kind, _SHOWN)} and not one of {', '.join(_NODES)}"
        yield _told((*place, _NODE), words, "record a step that sets one of them")
    for field in _OLDER:
        if kind is not None and field in xml:
            mend = removal(f"Remove {field} beside {_NODE}", at=(*place, field))
            words = f"this XML object has both '{_NODE}' and '{field}'"
            yield _told(place, words, "record a step that removes one of them", mend)


def _media_type(scope: Scope, address: Address, media: Any) -> Iterator[Fault]:
    """A warning for a body of XML whose root has no name (OpenAPI 3.2, XML Node Names).

    The client takes and gives XML as it is, so it needs no name.
    """
    key, schema = bare(str(address[-1])), media["schema"]
    if not scope.is_32 or not key.endswith(("/xml", "+xml")) or not isinstance(schema, dict):
        return
    xml = schema.get("xml")
    said = xml if isinstance(xml, dict) else {}
    is_element = said.get(_NODE, "element") == "element" and schema.get("type") != "array"
    if "$ref" not in schema and is_element and "name" not in said:
        yield Fault(
            rule=NAME,
            address=(*address, "schema"),
            message="nothing gives a name to the element of this schema",
            level="warning",
            advice="record a step that adds xml with a name",
        )


def _told(address: Address, message: str, advice: str, mend: Mend | None = None) -> Fault:
    return Fault(rule=NAME, address=address, message=message, advice=advice, mend=mend)


CHECKS: Final[Mapping[str, Check]] = {"schema.xml": _schema, "media type.schema": _media_type}
