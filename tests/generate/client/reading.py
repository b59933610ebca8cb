"""Documents read by the client's part in this process, as the generator's process does."""

from __future__ import annotations

import json
from typing import Any

from openapi_python_client.parser import GeneratorData

from specmend.generate.client.configuration import configuration
from specmend.generate.client.project import parse, read_client
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Group, Operation
from specmend.generate.generators import encode
from specmend.generate.normalize.table import normalize

SETTINGS: dict[str, Any] = {
    "document": "openapi.json",
    "output": "project",
    "plan": {"api": "shop-client", "package": "shop_client", "version": "1"},
}

STRING = {"type": "string"}


def document(paths: Any, **more: Any) -> dict[str, Any]:
    return {"openapi": "3.2.0", "info": {"title": "T", "version": "1"}, "paths": paths, **more}


def of_operation(
    operation: Any, method: str = "get", path: str = "/a", **more: Any
) -> dict[str, Any]:
    return document({path: {method: {"operationId": "one", **operation}}}, **more)


def parsed(tree: dict[str, Any]) -> tuple[GeneratorData, dict[str, Any]]:
    """What the generator makes of a document, and the document as it was read."""
    normalized = json.loads(encode(normalize(tree)))
    return parse(normalized, configuration(SETTINGS, normalized)), normalized


def read(tree: dict[str, Any], *, flat: bool = False) -> tuple[list[Group], Reader]:
    data, normalized = parsed(tree)
    return read_client(data, normalized, configuration(SETTINGS, normalized), flat=flat)


def read_one(tree: dict[str, Any]) -> tuple[Operation, Reader]:
    """The only operation of a document."""
    groups, reader = read(tree)
    ((operation,),) = (group.operations for group in groups)
    return operation, reader


def answered(*media: tuple[str, Any], status: str = "200") -> dict[str, Any]:
    return {"responses": {status: {"description": "", "content": dict(media)}}}
