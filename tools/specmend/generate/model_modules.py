"""The modules that the models of a client are written to: one, or several for very many fields."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from specmend.generate.docstring import docstring
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import BUILTIN_TYPES, Writer, literal, quoted
from specmend.generate.words import description_of, note_on, with_note

MODULE: Final = "schemas.py"

_MOST_FIELDS: Final = 5_000
"""As many fields as the classes of one module have: pyright gives up on a larger one."""

_IMPORTS: Final = f"""\
from __future__ import annotations

import datetime
import datetime as _datetime
from builtins import {", ".join(f"{name} as _{name}" for name in BUILTIN_TYPES)}
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias
from uuid import UUID

from pydantic import Field
from typing_extensions import TypeAliasType

from .._tagged import Tagged
from ._model import RenamedModel, SchemaModel
"""
"""Everything that a model may need; what it does not need is taken out afterwards."""

_CLASS = re.compile(r"^class (\w+)\(([^)]*)\):", re.MULTILINE)
_FIELD = re.compile(r"^    \w+: ", re.MULTILINE)
_NAME = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Part:
    """Some of the classes: the module that has them, their source, and the names of each."""

    module: str
    source: str
    classes: tuple[str, ...]
    parents: frozenset[str]


def model_modules(classes: str, types: TypeReader) -> dict[str, str]:
    """The sources of the modules of models by file, from what the generator wrote of the classes.

    Pydantic looks for the types of fields among the names of the class's own module, so a module
    that has some of the classes only is given all the others.
    """
    parts = list(_parts(classes))
    if len(parts) < 2:  # noqa: PLR2004
        source = parts[0].source if parts else ""
        aliases, recursive = "\n".join(_aliases(types)), "\n".join(_recursive(types))
        return {MODULE: _module(_IMPORTS, aliases, source, recursive)}
    files = {MODULE: _module(_IMPORTS, *_all_parts(parts, types))}
    named = [*types.enumerations, *types.recursive]
    for part in parts:
        files[f"{part.module}.py"] = _module(_IMPORTS, *_imported(part, parts, named), part.source)
    return files


def _module(*sections: str) -> str:
    """A module of sections, with two empty lines between them."""
    text = "\n\n\n".join(section.strip("\n") for section in sections if section.strip())
    return f'"""The models of the API."""\n\n{text}\n'


def _parts(classes: str) -> Iterator[_Part]:
    starts = [match.start() for match in _CLASS.finditer(classes)]
    pieces = [
        classes[start:end] for start, end in zip(starts, [*starts[1:], len(classes)], strict=False)
    ]
    number, fields, taken = 1, 0, list[str]()
    for piece in pieces:
        more = len(_FIELD.findall(piece))
        if taken and fields + more > _MOST_FIELDS:
            yield _part(number, taken)
            number, fields, taken = number + 1, 0, []
        taken.append(piece)
        fields += more
    if taken:
        yield _part(number, taken)


def _part(number: int, pieces: list[str]) -> _Part:
    heads = [match for piece in pieces for match in _CLASS.finditer(piece)]
    parents = {name.strip() for head in heads for name in head[2].split(",")}
    return _Part(
        module=f"_{MODULE.removesuffix('.py')}_{number}",
        source="\n\n".join(piece.rstrip() + "\n" for piece in pieces),
        classes=tuple(head[1] for head in heads),
        parents=frozenset(parents),
    )


def _all_parts(parts: list[_Part], types: TypeReader) -> Iterator[str]:
    """The module that has every model: it imports the parts, and gives each the names of all."""
    modules = ", ".join(part.module for part in parts)
    yield f"from . import {modules}"
    yield "\n".join(f"from .{part.module} import {', '.join(part.classes)}" for part in parts)
    yield "\n".join(_aliases(types))
    yield "\n".join(_recursive(types))
    named = [*(name for part in parts for name in part.classes), *types.enumerations]
    names = ", ".join(quoted(name) for name in sorted([*named, *types.recursive]))
    yield f"__all__ = [{names}]"
    yield (
        "# A model can have fields of a model of another part.\n"
        f"for _part in ({modules}):\n"
        "    vars(_part).update({_name: globals()[_name] for _name in __all__})"
    )


def _imported(part: _Part, parts: list[_Part], named: Collection[str]) -> Iterator[str]:
    """What a part needs of the others: parents when it is run, the rest for type checkers."""
    words = set(_NAME.findall(part.source))
    lines = []
    for other in parts:
        if other is part:
            continue
        parents = [name for name in other.classes if name in part.parents]
        if parents:
            yield f"from .{other.module} import {', '.join(parents)}"
        others = [name for name in other.classes if name in words and name not in parents]
        if others:
            lines.append(f"    from .{other.module} import {', '.join(others)}")
    aliases = [name for name in named if name in words]
    if aliases:
        lines.append(f"    from .{MODULE.removesuffix('.py')} import {', '.join(aliases)}")
    if lines:
        yield "\n".join(["if TYPE_CHECKING:", *lines])


def _aliases(types: TypeReader) -> Iterator[str]:
    for name in types.enumerations:
        schema = types.component(name)
        yield f"{name}: TypeAlias = {literal(schema['enum'])}"
        if words := with_note(description_of(schema), note_on(schema)):
            yield f"{docstring(words)}\n"


def _recursive(types: TypeReader) -> Iterator[str]:
    """Types that contain themselves; they may name classes, which must be there before."""
    for name in types.recursive:
        text = Writer(checked=True).write(types.definition(name))
        yield f"{name} = TypeAliasType({quoted(name)}, {quoted(text)})"
