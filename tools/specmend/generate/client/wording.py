"""Python names and types for the properties that openapi-python-client found."""

from __future__ import annotations

import builtins
import re
from collections.abc import Collection, Iterable, Mapping
from keyword import iskeyword
from typing import Any

from openapi_python_client.parser.properties import LiteralEnumProperty, ModelProperty
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.union import UnionProperty

# Words of the generated method bodies, which an argument would hide.
_LOCAL = frozenset({"self", "result"})

# Attributes of the client and decorators of its class body, which a method would hide.
_ATTRIBUTES = frozenset(
    {"base_url", "close", "aclose", "with_options", "overload", "cached_property"}
)

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

_BUILTIN_TYPES = ("list", "dict", "str", "int", "float", "bool", "bytes")


class Wording:
    """Writes the types of one client.

    `models` are the classes by name, `shadowed` the names of methods, under which a builtin type
    cannot be seen in the body of the client's class.
    """

    def __init__(self, models: Mapping[str, ModelProperty], shadowed: Collection[str] = ()) -> None:
        self._models = models
        self._builtin = {name: f"_{name}" if name in shadowed else name for name in _BUILTIN_TYPES}

    @property
    def shadowed(self) -> list[str]:
        """The builtin types that need another name in the client."""
        return [name for name, spelled in self._builtin.items() if spelled != name]

    def received(self, prop: Any) -> str:
        """The type of a value that comes from the server."""
        return self._type(prop, given=False, upload=False)

    def given(self, prop: Any, *, upload: bool = False) -> str:
        """The type of an argument: any sequence for a list, a dict in place of a model."""
        return self._type(prop, given=True, upload=upload)

    def model(self, prop: Any) -> str:
        """The name of the class that a property is, or nothing."""
        return str(prop.class_info.name) if self.is_model(prop) else ""

    def is_model(self, prop: Any) -> bool:
        """Whether a property is an object with known fields."""
        return isinstance(prop, ModelProperty) and has_fields(self._settled(prop))

    def fields(self, prop: Any) -> list[Any]:
        """The properties of an object, required ones first, inherited ones included."""
        model = self._settled(prop)
        return [*(model.required_properties or []), *(model.optional_properties or [])]

    def _settled(self, prop: ModelProperty) -> ModelProperty:
        # A property can hold the class as it was before its fields were known; the list of models
        # cannot.
        return self._models.get(str(prop.class_info.name), prop)

    def _type(self, prop: Any, *, given: bool, upload: bool) -> str:  # noqa: PLR0911
        def inner(member: Any) -> str:
            return self._type(member, given=given, upload=upload)

        if isinstance(prop, ModelProperty):
            return self._model_type(prop, given=given, upload=upload)
        if isinstance(prop, LiteralEnumProperty):
            return str(prop.class_info.name)
        if isinstance(prop, ListProperty):
            sequence = "Sequence" if given else self._builtin["list"]
            return f"{sequence}[{inner(prop.inner_property)}]"
        if isinstance(prop, UnionProperty):
            return _union(inner(member) for member in prop.inner_properties)
        if isinstance(prop, FileProperty):
            return "Upload" if upload else self._builtin["bytes"]
        if isinstance(prop, AnyProperty):
            return "Any"
        text = str(prop.get_base_type_string().as_unembedded_code())
        return self._builtin.get(text, text)

    def _model_type(self, prop: ModelProperty, *, given: bool, upload: bool) -> str:
        model = self._settled(prop)
        mapping = self._builtin["dict"]
        string = self._builtin["str"]
        if has_fields(model):
            name = str(model.class_info.name)
            return f"{name} | {mapping}[{string}, Any]" if given else name
        value = model.additional_properties
        inner = self._type(value, given=given, upload=upload) if value is not None else "Any"
        return f"{mapping}[{string}, {inner}]"


def has_fields(model: ModelProperty) -> bool:
    """Whether a model is a class and not only a mapping."""
    return bool(model.required_properties or model.optional_properties)


def names_in(texts: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """The known names that stand in written types, sorted."""
    return tuple(
        sorted({word for text in texts for word in _IDENTIFIER.findall(text) if word in known})
    )


def python_name(mangled: str, *, local: bool = True) -> str:
    """Undo the underscore after a builtin's name; keep it after a keyword.

    `format` and `list` are good names of arguments and methods; `from` cannot be one.
    """
    plain = mangled.removesuffix("_")
    name = plain if hasattr(builtins, plain) and not iskeyword(plain) else mangled
    if name in (_LOCAL if local else _ATTRIBUTES):
        name += "_"
    return name


def _union(members: Iterable[str]) -> str:
    parts: list[str] = []
    for member in members:
        parts.extend(part for part in _alternatives(member) if part not in parts)
    if "Any" in parts:
        return "Any"
    if "None" in parts:
        parts.remove("None")
        parts.append("None")
    return " | ".join(parts)


def _alternatives(text: str) -> list[str]:
    depth, parts, word = 0, [], ""
    for character in text:
        depth += (character == "[") - (character == "]")
        if character == "|" and not depth:
            parts.append(word.strip())
            word = ""
        else:
            word += character
    return [*parts, word.strip()]
