"""What the page REFERENCE.md says about models: their fields with types and words."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.generate.types.fields import Field, FieldReader
from specmend.generate.types.kinds import optional
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import Writer, code_of
from specmend.generate.words import description_of, note_on, with_note


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelField:
    """One field as it is listed: its name and type as code, and what the document says of it."""

    code: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedModel:
    """One class as it is listed."""

    name: str
    words: str
    fields: tuple[ModelField, ...]


def list_models(types: TypeReader, fields: FieldReader) -> list[ListedModel]:
    """Every class by name, with all of its fields."""
    return [
        ListedModel(
            name=name,
            words=_words(types, name),
            fields=tuple(_listed(field) for field in fields.all(name)),
        )
        for name in sorted(types.classes)
    ]


def words_on_enum(types: TypeReader, name: str) -> str:
    """The values of an enumeration, and what the document says of it."""
    values = ", ".join(code_of(value) for value in types.component(name)["enum"])
    words = _words(types, name)
    return f"{values}. {words}" if words else values


def _words(types: TypeReader, name: str) -> str:
    schema = types.component(name)
    return with_note(description_of(schema), note_on(schema))


def _listed(field: Field) -> ModelField:
    kind = field.held if field.required else optional(field.held)
    return ModelField(
        code=f"{field.name}: {Writer().write(kind)}",
        words=with_note(with_note(field.description, field.note), _default(field)),
    )


def _default(field: Field) -> str:
    shown = field.usual or field.misfit
    return f"Default: {shown}." if shown else ""
