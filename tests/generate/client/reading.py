"""Documents read by the client's part in this process, as the generator's process does."""

from __future__ import annotations

import json
from typing import Any

from specmend.generate.client.project import read_client
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Group, Operation
from specmend.generate.generators import encode
from specmend.generate.normalize.table import normalize
from specmend.generate.types.fields import FieldReader
from specmend.generate.types.read import TypeReader

SETTINGS: dict[str, Any] = {
    "document": "openapi.json",
    "output": "project",
    "plan": {"api": "shop-client", "package": "shop_client", "version": "1"},
}

STRING = {"type": "string"}
INTEGER = {"type": "integer"}


def document(paths: Any, **more: Any) -> dict[str, Any]:
    return {"openapi": "3.2.0", "info": {"title": "T", "version": "1"}, "paths": paths, **more}


def of_operation(
    operation: Any, method: str = "get", path: str = "/a", **more: Any
) -> dict[str, Any]:
    return document({path: {method: {"operationId": "one", **operation}}}, **more)


def of_schemas(**schemas: Any) -> dict[str, Any]:
    return document({}, components={"schemas": schemas})


def normalized(tree: dict[str, Any]) -> dict[str, Any]:
    """The document as the generator's process reads it."""
    made: dict[str, Any] = json.loads(encode(normalize(tree)))
    return made


def reader_of(tree: dict[str, Any]) -> Reader:
    """A reader of the types of a document that is normalized already."""
    types = TypeReader(tree)
    return Reader(types=types, fields=FieldReader(types))


def read(tree: dict[str, Any], *, flat: bool = False) -> tuple[list[Group], Reader]:
    made = normalized(tree)
    return read_client(made, TypeReader(made), flat=flat)


def read_one(tree: dict[str, Any]) -> tuple[Operation, Reader]:
    """The only operation of a document."""
    groups, reader = read(tree)
    ((operation,),) = (group.operations for group in groups)
    return operation, reader


def answered(*media: tuple[str, Any], status: str = "200") -> dict[str, Any]:
    return {"responses": {status: {"description": "", "content": dict(media)}}}
