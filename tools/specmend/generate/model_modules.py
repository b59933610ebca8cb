"""The modules that the models of a client are written to: one, or one for each family."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specmend.generate.docstring import docstring
from specmend.generate.model_families import Source, families
from specmend.generate.model_files import ALIASES, eager_file, lazy_files
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import Writer, literal, quoted
from specmend.generate.words import description_of, note_on, with_note

MODULE: Final = "schemas.py"

_CLASS = re.compile(r"^class (\w+)\(([^)]*)\):", re.MULTILINE)


def model_modules(classes: str, types: TypeReader) -> dict[str, str]:
    """The sources of the modules of models by file, from what the generator wrote of the classes.

    Pydantic looks for the types of fields among the names of the class's own module. A module that
    has some of the classes only is given the others when it needs them.
    """
    aliases, recursive = dict(_aliases(types)), dict(_recursive(types))
    sources = dict(_sources(classes))
    if not types.are_many:
        written = (aliases.values(), (source.code for source in sources.values()))
        return {MODULE: eager_file(*written, recursive)}
    sources = {name: Source(code=code, module=ALIASES) for name, code in aliases.items()} | sources
    return lazy_files(families(sources, recursive), recursive, is_open=types.is_open)


def _sources(classes: str) -> Iterator[tuple[str, Source]]:
    """The source of each class by its name, and the classes that it inherits from."""
    heads = list(_CLASS.finditer(classes))
    ends = [head.start() for head in heads[1:]]
    for head, end in zip(heads, [*ends, len(classes)], strict=False):
        parents = tuple(name.strip() for name in head[2].split(","))
        yield head[1], Source(code=f"{classes[head.start() : end].rstrip()}\n", parents=parents)


def _aliases(types: TypeReader) -> Iterator[tuple[str, str]]:
    for name in types.enumerations:
        schema = types.component(name)
        words = with_note(description_of(schema), note_on(schema))
        shown = f"\n{docstring(words)}\n" if words else ""
        yield name, f"{name}: TypeAlias = {literal(schema['enum'])}{shown}"


def _recursive(types: TypeReader) -> Iterator[tuple[str, str]]:
    """Types that contain themselves, as strings; they name classes, which must be there before."""
    for name in types.recursive:
        text = Writer(checked=True).write(types.definition(name))
        yield name, quoted(text)
