"""Example calls for the README."""

from __future__ import annotations

from typing import Any

from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Argument, Group, Operation
from specmend.generate.types.kinds import Bounded, Choice, Many, Model, OneOf, Row, Scalar, Type
from specmend.generate.types.write import code_of, quoted

_BY_NAME = {"int": "1", "float": "1.0", "bool": "True", "str": '"..."', "None": "None"}

_DEPTH = 3

_LONGEST = 100


def example_value(  # noqa: PLR0911  (one line for each kind)
    kind: Type, reader: Reader, depth: int = 0
) -> str:
    """A value of a type as code.

    Of an object the required fields, of a union the first member.
    """
    if isinstance(kind, Choice):
        return '"..."' if kind.name else code_of(kind.values[0])
    if isinstance(kind, Many):
        return f"[{example_value(kind.item, reader, depth)}]"
    if isinstance(kind, Row):
        return f"({', '.join(example_value(item, reader, depth) for item in kind.items)},)"
    if isinstance(kind, OneOf):
        return example_value(kind.members[0], reader, depth)
    if isinstance(kind, Bounded):
        return example_value(kind.inner, reader, depth)
    if isinstance(kind, Model) and depth < _DEPTH:
        return _object(kind.name, reader, depth)
    return _BY_NAME.get(kind.name, "...") if isinstance(kind, Scalar) else "..."


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


def _object(name: str, reader: Reader, depth: int) -> str:
    fields = [field for field in reader.fields.all(name) if field.required]
    values = (
        f"{quoted(field.wire)}: {example_value(field.kind, reader, depth + 1)}" for field in fields
    )
    return "{" + ", ".join(values) + "}"


def _rank(operation: Operation) -> tuple[bool, bool, bool]:
    return operation.deprecated, not operation.streaming, not _required(operation)


def _required(operation: Operation) -> list[Argument]:
    return [
        argument
        for argument in operation.arguments
        if argument.required and not argument.constant and argument is not operation.toggle
    ]
