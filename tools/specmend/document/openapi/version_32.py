"""What is new in OpenAPI 3.2, and a document of 3.2 in the words of 3.1 as far as these reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from specmend.document.openapi.objects import map_objects, objects
from specmend.document.openapi.operations import MORE_METHODS
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import Tree, replace

ITEM_MARK: Final = "x-itemSchema"
"""Marks a `schema` that is that of one record of a stream, which 3.2 writes as `itemSchema`."""


class Matter(Enum):
    """What is lost where a document says something that OpenAPI 3.1 cannot hold."""

    OPERATION = auto()
    """An operation under a method that a path item of 3.1 has no field for."""

    SHARING = auto()
    """Something written once for several places, which could be written in each of them."""

    RECORDS = auto()
    """The schema of the records of a stream, beside that of the stream as a whole."""

    WIRE = auto()
    """What is sent or received: without it a request or an answer has another form."""

    PARAMETER = auto()
    """A place or a style of parameters that 3.1 does not have."""

    ADDRESS = auto()
    """The address of the document, by which its references can lead into it."""

    ACCESS = auto()
    """A name for a server, or more about keys and where they come from."""

    REMARK = auto()
    """What no request is made of: words for people and tools, or a help in reading answers."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Misfit:
    """Something that OpenAPI 3.1 cannot hold: where it stands, what it is, what would be lost."""

    address: Address
    words: str
    matter: Matter

    def __str__(self) -> str:
        return f"{self.words} at {format_path(self.address)}"


_NEW_FIELDS: Final[Mapping[str, Mapping[str, Matter]]] = {
    "document": {"$self": Matter.ADDRESS},
    "components": {"mediaTypes": Matter.SHARING},
    "path item": dict.fromkeys(("query", MORE_METHODS), Matter.OPERATION),
    "server": {"name": Matter.ACCESS},
    "encoding": dict.fromkeys(("encoding", "prefixEncoding", "itemEncoding"), Matter.WIRE),
    "media type": dict.fromkeys(("prefixEncoding", "itemEncoding"), Matter.WIRE),
    "example": dict.fromkeys(("dataValue", "serializedValue"), Matter.REMARK),
    "security scheme": dict.fromkeys(("oauth2MetadataUrl", "deprecated"), Matter.ACCESS),
    "tag": dict.fromkeys(("summary", "parent", "kind"), Matter.REMARK),
    "discriminator": {"defaultMapping": Matter.REMARK},
    "xml": {"nodeType": Matter.REMARK},
}
"""The fields that are new in OpenAPI 3.2 and have no counterpart in 3.1, by kind of object."""


def is_32(tree: Tree) -> bool:
    """Whether a document is written in OpenAPI 3.2."""
    return isinstance(tree, dict) and str(tree.get("openapi")).startswith("3.2.")


def misfits_31(tree: Tree) -> list[Misfit]:
    """Everything that a document of OpenAPI 3.2 says and OpenAPI 3.1 cannot hold."""
    return [*_new_fields(tree), *_new_values(tree), *_media_types(tree)]


def lowered_to_31(tree: Tree) -> Tree:
    """A document in which all that has an exact counterpart in OpenAPI 3.1 is put in its words.

    The `itemSchema` of a stream becomes its `schema` with a mark. A response without a description
    gets its summary, or an empty one. Misfits stay as they are; what nothing changed is shared.
    """
    tree = map_objects(with_item_schemas(tree), "response", _response)
    return replace(tree, ("openapi",), "3.1.0")


def with_item_schemas(tree: Tree) -> Tree:
    """A document in which the `itemSchema` of a stream is its `schema`, with a mark."""
    return map_objects(tree, "media type", _media_type)


def _new_fields(tree: Tree) -> Iterator[Misfit]:
    for kind, fields in _NEW_FIELDS.items():
        for address, value in objects(tree, kind):
            for field, matter in fields.items():
                if isinstance(value, dict) and field in value:
                    yield Misfit(address=(*address, field), words=field, matter=matter)


def _new_values(tree: Tree) -> Iterator[Misfit]:
    """Fields that 3.1 knows, with values that it does not know."""
    for address, parameter in objects(tree, "parameter"):
        if not isinstance(parameter, dict):
            continue
        if parameter.get("in") == "querystring":
            place = (*address, "in")
            yield Misfit(address=place, words="a parameter in querystring", matter=Matter.PARAMETER)
        if parameter.get("style") == "cookie":
            place = (*address, "style")
            yield Misfit(address=place, words="the style cookie", matter=Matter.PARAMETER)
    for address, flows in objects(tree, "flows"):
        if isinstance(flows, dict) and "deviceAuthorization" in flows:
            place = (*address, "deviceAuthorization")
            yield Misfit(address=place, words="the flow deviceAuthorization", matter=Matter.ACCESS)


def _media_types(tree: Tree) -> Iterator[Misfit]:
    for address, media in objects(tree, "media type"):
        if not isinstance(media, dict):
            continue
        if "itemSchema" in media and "schema" in media:
            place = (*address, "itemSchema")
            yield Misfit(address=place, words="itemSchema beside schema", matter=Matter.RECORDS)
        if "$ref" in media:
            place = (*address, "$ref")
            yield Misfit(address=place, words="a reference to a media type", matter=Matter.SHARING)


def _media_type(media: dict[str, Tree]) -> Tree:
    if "itemSchema" not in media or "schema" in media:
        return media
    lowered: dict[str, Tree] = {}
    for key, value in media.items():
        if key == "itemSchema":
            lowered |= {"schema": value, ITEM_MARK: True}
        else:
            lowered[key] = value
    return lowered


def _response(response: dict[str, Tree]) -> Tree:
    """In OpenAPI 3.1 every response has a description, and none a summary (section 4.8.17)."""
    if "$ref" in response or ("description" in response and "summary" not in response):
        return response
    others = {key: value for key, value in response.items() if key != "summary"}
    if "description" in others:
        return others
    return {"description": response.get("summary", ""), **others}
