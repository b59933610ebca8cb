"""The request body of an operation, and the arguments that it is put together of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from specmend.generate.client.encodings import (
    OCTETS,
    Warn,
    read_encoding,
    read_encodings,
    written_by_caller,
)
from specmend.generate.client.examples import body_example, example_value
from specmend.generate.client.media import (
    FORM_DATA,
    JSON,
    Kind,
    body_kind,
    content_of,
    is_form,
)
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Argument, Body, Encoding
from specmend.generate.client.values import Shape, alternatives, has_bounds, has_class, shapes
from specmend.generate.names import argument_of_field
from specmend.generate.normalize.media_order import essence
from specmend.generate.types.fields import Field
from specmend.generate.types.kinds import ANY, Bounded, Many, Map, Model, Row, Type, one_of
from specmend.generate.words import description_of, with_note

_OWN_TEXT: Final = "str | Upload | Sequence[str | Upload]"
"""The type of a part in a media type that the client does not write."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A request body, and the arguments that give it: `body`, or one for each property.

    `media_type` is that of the document, which can be a range.
    """

    media_type: str
    body: Body
    arguments: tuple[Argument, ...]


def read_body(
    method: str, path: str, node: dict[str, Any], media_type: str, reader: Reader
) -> Given:
    """The body of an operation in one of its media types."""
    holder = node["requestBody"]

    def warn(words: str, *keys: str) -> None:
        reader.warn(method, path, words, "requestBody", "content", media_type, *keys)

    media = content_of(holder)[media_type]
    media = media if isinstance(media, dict) else {}
    kind = reader.types.read(media.get("schema"))
    way = _way(media_type, media, kind, reader, warn)
    if way == "records":
        kind = _record(kind)
    is_spread = isinstance(kind, Model) and way not in ("content", "records")
    body = Body(
        kind=way,
        media_type=_sent_type(media_type, way, kind, reader, warn),
        type=reader.checked(kind),
        required=holder.get("required") is True,
        spread=is_spread,
        description=_description(holder, media, is_spread=is_spread, reader=reader),
        nullable=_nullable_fields(way, kind, reader),
        nullable_whole=way == "json" and not is_spread and reader.types.allows_null(kind),
        **_encodings(media_type, way, media, kind, reader, warn),
    )
    shown = body_example(node, media_type)
    arguments = [
        replace(argument, example=shown.get(argument.wire, argument.example))
        if argument.in_ == "field"
        else argument
        for argument in _arguments(kind, body, reader)
    ]
    return Given(media_type=media_type, body=body, arguments=tuple(arguments))


def _description(holder: Any, media: Any, *, is_spread: bool, reader: Reader) -> str:
    """What the document says about the body; one whose fields are arguments is a class."""
    schema = [] if is_spread else reader.types.words_about(media.get("schema"))
    return description_of(holder, *schema)


def _way(media_type: str, media: dict[str, Any], kind: Type, reader: Reader, warn: Warn) -> Kind:
    """How a body is sent; a form of which the schema describes no fields is sent as it is given."""
    way = body_kind(media_type, kind)
    if way not in ("form", "multipart") or shapes(kind, reader) & {Shape.OBJECT, Shape.ANY}:
        return way
    is_by_position = "prefixEncoding" in media or "itemEncoding" in media
    if way == "multipart" and (essence(media_type) != FORM_DATA or is_by_position):
        return way
    words = f"a schema of {media_type} that is no object names no fields"
    more = "" if way == "form" else "; its boundary is to be given in `extra_headers`"
    warn(f"{words}; the argument is the body as it is sent{more}", "schema")
    return "content"


def _sent_type(told: str, way: str, kind: Type, reader: Reader, warn: Warn) -> str:
    """The media type that the client says it sends, which is no range."""
    several = {Shape.OBJECT, Shape.LIST}
    is_form_of_none = is_form(told) or essence(told) == FORM_DATA
    if way == "content" and shapes(kind, reader) & several and not is_form_of_none:
        warn(f"the client does not write {told}; the argument is the body as it is sent")
    if "*" not in told:
        return told
    if way == "json":
        return JSON
    if essence(told) not in ("*/*", "application/*"):
        warn(f"{told} does not say which media type is sent; the client says {OCTETS}")
    return OCTETS


def _encodings(
    media_type: str, way: str, media: dict[str, Any], kind: Type, reader: Reader, warn: Warn
) -> dict[str, Any]:
    """The encodings of a form or multipart body by the fields of its record."""
    if way not in ("form", "multipart"):
        for key in ("encoding", "prefixEncoding", "itemEncoding"):
            if media.get(key):
                warn(f"'{key}' says nothing of {media_type}", key)
        return {}
    if "prefixEncoding" in media or "itemEncoding" in media:
        return _by_position(media_type, media, kind, reader, warn)
    kinds = property_kinds(kind, media, reader)
    return {"encodings": read_encodings(media_type, media, kinds, reader, warn)}


def property_kinds(kind: Type, media: dict[str, Any], reader: Reader) -> dict[str, Type]:
    """The types of the properties of a body; a map has those that an encoding names.

    Of a choice of objects each has its own.
    """
    found: dict[str, list[Type]] = {}
    for one in alternatives(kind, reader):
        for name, own in _own_properties(one, media, reader).items():
            found.setdefault(name, []).append(own)
    return {name: one_of(kinds) for name, kinds in found.items()}


def _own_properties(kind: Type, media: dict[str, Any], reader: Reader) -> dict[str, Type]:
    if isinstance(kind, Model):
        return {field.wire: field.kind for field in reader.fields.all(kind.name)}
    if isinstance(kind, Map):
        return dict.fromkeys(media.get("encoding") or (), kind.value)
    return dict.fromkeys(media.get("encoding") or (), ANY) if kind == ANY else {}


def _by_position(
    media_type: str, media: dict[str, Any], kind: Type, reader: Reader, warn: Warn
) -> dict[str, Any]:
    """The encodings of parts by their order (OpenAPI 3.2, Encoding By Position)."""
    rows = kind.items if isinstance(kind, Row) else ()
    item = kind.item if isinstance(kind, Many) else ANY

    def read(holder: Any, number: int, *keys: Any) -> Encoding:
        def told(words: str, *more: str) -> None:
            warn(words, *keys, *more)

        own = rows[number] if number < len(rows) else item
        return read_encoding(media_type, holder, own, reader, told) or Encoding()

    prefix = [
        read(holder, number, "prefixEncoding", number)
        for number, holder in enumerate(media.get("prefixEncoding") or ())
    ]
    rest = (
        read(media["itemEncoding"], len(rows), "itemEncoding") if "itemEncoding" in media else None
    )
    return {"prefix": tuple(prefix), "rest": rest}


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
        description=body.description,
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
    own = next((one for one in body.encodings if one.wire == field.wire), Encoding())
    is_own_text = body.kind == "multipart" and written_by_caller(
        own.media_types, field.kind, reader
    )
    given = reader.given(field.kind, upload=body.kind == "multipart")
    return Argument(
        name=argument_of_field(field.wire, field.name),
        wire=field.wire,
        annotation=_OWN_TEXT if is_own_text else given,
        required=field.required,
        in_="field",
        example=example_value(field.kind, reader),
        description=with_note(field.description, field.note),
        usual=field.usual,
        checked="" if is_own_text else _checked(field, body, reader),
        bounded=_bounded(field, body, reader),
        nullable=body.kind == "json" and field.wire in body.nullable,
        constant=field.constant if body.required else "",
    )


def _checked(field: Field, body: Body, reader: Reader) -> str:
    """The type of a part with objects of a class: the parts of multipart bodies go one by one."""
    is_part = body.kind == "multipart" and has_class(field.kind, reader)
    return reader.checked(field.kind) if is_part else ""


def _bounded(field: Field, body: Body, reader: Reader) -> str:
    """The type of a part with bounds."""
    is_part = body.kind == "multipart" and has_bounds(field.kind, reader)
    return reader.checked(field.kind) if is_part else ""
