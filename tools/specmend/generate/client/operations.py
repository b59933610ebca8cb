"""Turns the endpoints that openapi-python-client parsed into the operations of the client."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from openapi_python_client.strings import PythonIdentifier

from specmend.document.openapi.operations import Operation as Listed
from specmend.document.openapi.operations import operations as document_operations
from specmend.generate.client.omissions import check_missing, check_names
from specmend.generate.client.operation import read_operation
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Group, Operation
from specmend.generate.client.wording import python_name
from specmend.generate.normalize.wording import class_name

DEFAULT_TAG = "default"

FIELD_PREFIX = "field_"
"""What openapi-python-client puts before a name that is none in Python; its own default."""


def read_groups(
    collections: Mapping[str, Any], document: dict[str, Any], reader: Reader, *, flat: bool = False
) -> list[Group]:
    """The operations by tag, untagged ones first; every operation that is missing is a fault.

    With `flat` the client inherits those of every tag.
    """
    unread = {_key(listed): listed for listed in document_operations(document)}
    on_client = _names_on_client(collections, flat=flat)
    groups: list[Group] = []
    for tag, collection in collections.items():
        read = _read_all(collection.endpoints, document, unread, reader)
        label = read[-1][1] if read else str(tag)
        operations = tuple(operation for operation, _ in read)
        group = _group(label or str(tag), str(tag), operations, on_client)
        groups.append(replace(group, inherited=flat and tag != DEFAULT_TAG))
    for together in [groups] if flat else [[group] for group in groups]:
        check_names([operation for group in together for operation in group.operations], reader)
    check_missing(unread, collections, reader)
    with_operations = [group for group in groups if group.operations]
    return sorted(with_operations, key=lambda group: group.attribute)


def _read_all(
    endpoints: list[Any],
    document: dict[str, Any],
    unread: dict[tuple[str, str, str], Listed],
    reader: Reader,
) -> list[tuple[Operation, str]]:
    """The operations of some endpoints, each with its first tag as the document writes it."""
    read: list[tuple[Operation, str]] = []
    for endpoint in endpoints:
        listed = unread.pop(_endpoint_key(endpoint), None)
        if listed is not None:
            tags = listed.node.get("tags") or [""]
            read.append((read_operation(document, endpoint, listed, reader), str(tags[0])))
    return read


def _names_on_client(collections: Mapping[str, Any], *, flat: bool) -> set[str]:
    """The methods that the client itself has: those without a tag, or all of them."""
    on_client = [one for tag, one in collections.items() if flat or tag == DEFAULT_TAG]
    endpoints = [endpoint for collection in on_client for endpoint in collection.endpoints]
    return {python_name(str(endpoint.name), local=False) for endpoint in endpoints}


def _group(label: str, tag: str, operations: tuple[Operation, ...], taken: set[str]) -> Group:
    if tag == DEFAULT_TAG:
        return Group(tag=label, folder=tag, attribute="", class_name="", operations=operations)
    attribute = python_name(tag, local=False)
    if attribute in taken:
        attribute += "_operations"
    return Group(
        tag=label,
        folder=tag,
        attribute=attribute,
        class_name=class_name(label) + "Operations",
        operations=operations,
    )


def _key(listed: Listed) -> tuple[str, str, str]:
    """What an operation is known by in the generator's own records."""
    name = PythonIdentifier(listed.node["operationId"], prefix=FIELD_PREFIX)
    return listed.method.lower(), _shape(listed.path), str(name)


def _endpoint_key(endpoint: Any) -> tuple[str, str, str]:
    path = endpoint.path.get_untrusted_value()
    return endpoint.method.lower(), _shape(path), str(endpoint.name)


def _shape(path: str) -> str:
    # The generator gives the parameters of a path names of its own.
    return re.sub(r"\{[^}]*\}", "{}", path)
