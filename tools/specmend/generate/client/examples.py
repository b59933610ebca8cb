"""Example calls for the README."""

from __future__ import annotations

from typing import Any

from openapi_python_client.parser.properties import LiteralEnumProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.union import UnionProperty

from specmend.generate.client.records import Argument, Group, Operation
from specmend.generate.client.wording import Wording

_BY_TYPE = {"int": "1", "float": "1.0", "bool": "True", "str": '"..."', "None": "None"}

_DEPTH = 3

_LONGEST = 100


def example_value(prop: Any, wording: Wording, depth: int = 0) -> str:
    """A value of a property's type as code.

    Of an object the required fields, of a union the first member.
    """
    if isinstance(prop, LiteralEnumProperty):
        return '"..."'
    if isinstance(prop, ListProperty):
        return f"[{example_value(prop.inner_property, wording, depth)}]"
    if isinstance(prop, UnionProperty):
        return example_value(prop.inner_properties[0], wording, depth)
    if wording.is_model(prop) and depth < _DEPTH:
        fields = [field for field in wording.fields(prop) if field.required]
        values = (
            f'"{field.name.get_untrusted_value()}": {example_value(field, wording, depth + 1)}'
            for field in fields
        )
        return "{" + ", ".join(values) + "}"
    return _BY_TYPE.get(wording.received(prop), "...")


def body_example(node: dict[str, Any], media_type: str) -> dict[str, str]:
    """The fields of the example that the document has of a body, as code, without long ones."""
    media = (node.get("requestBody", {}).get("content") or {}).get(media_type) or {}
    fields = media.get("x-example") or {}
    codes = {name: repr(value) for name, value in fields.items()}
    return {name: code for name, code in codes.items() if len(code) <= _LONGEST}


def example_call(groups: list[Group], *, streams: bool) -> str:
    """A call of an operation that shows what the API is for, or nothing if there is none.

    That is one which streams and needs arguments, else one which does either.
    """
    candidates = [
        (group, operation)
        for group in groups
        for operation in group.operations
        if (operation.streaming if streams else operation.result not in ("", "None"))
    ]
    if not candidates:
        return ""
    group, operation = min(candidates, key=lambda pair: _rank(pair[1]))
    given = [argument.example for argument in operation.positional]
    given += [
        f"{argument.name}={argument.example}"
        for argument in _required(operation)
        if argument.in_ != "path"
    ]
    if streams and operation.toggle and operation.result:
        given.append(f"{operation.toggle.name}=True")
    return f".{group.owner}{operation.name}({', '.join(given)})"


def _rank(operation: Operation) -> tuple[bool, bool, bool]:
    return operation.deprecated, not operation.streaming, not _required(operation)


def _required(operation: Operation) -> list[Argument]:
    return [
        argument
        for argument in operation.arguments
        if argument.required and argument is not operation.toggle
    ]
