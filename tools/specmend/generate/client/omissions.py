"""What the generator passed over in silence: parameters, responses, names, whole operations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.operations import Operation as Listed
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Argument, Operation
from specmend.generate.normalize.stand_ins import what_stands_for

_OBJECT = re.compile(r"<[\w.]+ object at 0x[0-9a-f]+>")


def check_parameters(
    method: str, path: str, node: dict[str, Any], arguments: tuple[Argument, ...], reader: Reader
) -> None:
    """A parameter without a schema is passed over in silence by the generator, but not by us."""
    known = {(argument.in_, argument.wire) for argument in arguments}
    for parameter in node.get("parameters", []):
        name = parameter.get("name")
        if (parameter.get("in"), name) in known:
            continue
        words = f"the parameter {name} has no schema, so the method does not have it"
        if parameter.get("required"):
            reader.fault(method, path, words)
        else:
            reader.warnings.append(f"{method} {path}: {words}")


def check_responses(
    endpoint: Any, method: str, path: str, node: dict[str, Any], reader: Reader
) -> None:
    """A method must not return None because the generator left a response out."""
    known = {response.status_code.pattern for response in endpoint.responses}
    codes = [str(code) for code in node.get("responses", {})]
    lost = [code for code in codes if code not in known and not code.startswith("x-")]
    if lost:
        # The generator puts the address of an object where it means the status code.
        words = [_OBJECT.sub("...", error.detail) for error in endpoint.errors if error.detail]
        left_out = f"it was left without its response {', '.join(lost)}"
        reader.fault(method, path, "; ".join([left_out, *words]))


def check_names(operations: list[Operation], reader: Reader) -> None:
    """Methods of one class have names of their own."""
    seen: dict[str, Operation] = {}
    for operation in operations:
        first = seen.setdefault(operation.name, operation)
        if first is not operation:
            words = (
                f"its operationId gives the same method, {operation.name}, as "
                f"{first.method} {first.path}"
            )
            reader.fault(operation.method, operation.path, words)


def check_missing(
    unread: Mapping[Any, Listed], collections: Mapping[str, Any], reader: Reader
) -> None:
    """Operations of the document of which the generator made nothing."""
    errors = [error for collection in collections.values() for error in collection.parse_errors]
    for listed in unread.values():
        start = f"WARNING parsing {listed.method} {listed.path} "
        words = [error.detail or error.header for error in errors if error.header.startswith(start)]
        path, method = what_stands_for(listed)
        reader.fault(method, path, "; ".join(words))
