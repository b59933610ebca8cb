"""The request body of an operation, and the arguments that it is put together of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from specmend.generate.client.examples import body_example, example_value
from specmend.generate.client.media import JSON, body_kind, content_of, ranked
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Argument, Body
from specmend.generate.names import argument_of_field
from specmend.generate.types.fields import Field
from specmend.generate.types.kinds import Bounded, Many, Model, Type


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A request body, and the arguments that give it: `body`, or one for each property."""

    body: Body
    arguments: tuple[Argument, ...]


def read_body(method: str, path: str, node: dict[str, Any], reader: Reader) -> Given | None:
    """The body in the media type that the client sends: JSON if there is one, else the first."""
    holder = node.get("requestBody") or {}
    content = content_of(holder)
    if not content:
        return None
    first, *others = ranked(content)
    if others:
        words = f"the client sends {first}; it does not send {', '.join(others)}"
        reader.warn(method, path, words)
    media = content[first] if isinstance(content[first], dict) else {}
    kind = reader.types.read(media.get("schema"))
    way = body_kind(first, kind)
    if way == "records":
        kind = _record(kind)
    is_spread = isinstance(kind, Model) and way not in ("content", "records")
    body = Body(
        kind=way,
        media_type=JSON if "*" in first and way == "json" else first,
        type=reader.checked(kind),
        required=holder.get("required") is True,
        spread=is_spread,
        nullable=_nullable_fields(way, kind, reader),
        nullable_whole=way == "json" and not is_spread and reader.types.allows_null(kind),
    )
    if body.kind in ("form", "multipart") and media.get("encoding"):
        fields = ", ".join(media["encoding"])
        reader.warn(method, path, f"the client does not heed the 'encoding' of {fields}")
    shown = body_example(node, first)
    arguments = [
        replace(argument, example=shown.get(argument.wire, argument.example))
        if argument.in_ == "field"
        else argument
        for argument in _arguments(kind, body, reader)
    ]
    return Given(body=body, arguments=tuple(arguments))


def _nullable_fields(way: str, kind: Type, reader: Reader) -> tuple[str, ...]:
    """The properties that None is a value of.

    A form has no null: it is the model that takes it, and what is sent does without that field.
    """
    if way not in ("json", "form") or not isinstance(kind, Model):
        return ()
    fields = reader.fields.all(kind.name)
    return tuple(field.wire for field in fields if reader.types.allows_null(field.kind))


def _arguments(kind: Type, body: Body, reader: Reader) -> Iterator[Argument]:
    if body.spread and isinstance(kind, Model):
        fields = sorted(reader.fields.all(kind.name), key=lambda field: not field.required)
        for field in fields:
            yield _field_argument(field, body, reader)
        return
    yield Argument(
        name="body",
        wire="body",
        annotation=_annotation(kind, body, reader),
        required=body.required,
        in_="body",
        example=_example(kind, body, reader),
        nullable=body.nullable_whole,
    )


def _record(kind: Type) -> Type:
    """The type of one record, where a schema describes a record or a list of them."""
    inner = kind.inner if isinstance(kind, Bounded) else kind
    return inner.item if isinstance(inner, Many) else kind


def _annotation(kind: Type, body: Body, reader: Reader) -> str:
    if body.kind == "content":
        return "Content"
    given = reader.given(kind, upload=body.kind == "multipart")
    return f"Iterable[{given}]" if body.kind == "records" else given


def _example(kind: Type, body: Body, reader: Reader) -> str:
    if body.kind == "content":
        return 'b"..."'
    shown = example_value(kind, reader)
    return f"[{shown}]" if body.kind == "records" else shown


def _field_argument(field: Field, body: Body, reader: Reader) -> Argument:
    return Argument(
        name=argument_of_field(field.wire, field.name),
        wire=field.wire,
        annotation=reader.given(field.kind, upload=body.kind == "multipart"),
        required=field.required,
        in_="field",
        example=example_value(field.kind, reader),
        description=field.description,
        nullable=body.kind == "json" and field.wire in body.nullable,
    )
