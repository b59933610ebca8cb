"""Names of Python for names of a document: arguments, fields, methods."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache
from keyword import iskeyword
from typing import Final
from unicodedata import normalize

_PREFIX: Final = "field_"
"""Stands before what would be no name in Python, or a private one."""

_DELIMITERS: Final = re.compile(r"[. _\-]+")
_CAPITALIZED: Final = re.compile("([A-Z]?[a-z]+)")
_CONSTANTS: Final = ("true", "false")
_OF_METHODS: Final = frozenset({"self", "result"})
"""Words of the generated bodies of methods, which an argument would hide."""

_OF_MODELS: Final = frozenset(
    """
    construct copy dict from_orm json model_computed_fields model_config model_construct model_copy
    model_dump model_dump_json model_extra model_fields model_fields_set model_json_schema
    model_parametrized_name model_post_init model_rebuild model_validate model_validate_json
    model_validate_strings parse_file parse_obj parse_raw schema schema_json update_forward_refs
    validate
    """.split()  # noqa: SIM905 - a list would have a line for each
)
"""What every model of pydantic has itself; the same names with all of its versions."""


def python_name(text: str) -> str:
    """The name in lower case with underscores: `userId` gives `user_id`, `from` gives `from_`.

    Characters that no name can have are left out. Python takes names that are one in NFKC for one
    name, and so does this (Language Reference, section 2.3). Names of builtin functions are good
    names of arguments and fields: `format`, `list`.
    """
    kept = _usable(text)
    if any(character.isupper() for character in kept):
        spaced = " ".join(_CAPITALIZED.split(kept))
    else:
        spaced = kept
    words = [word for word in _DELIMITERS.split(spaced) if word]
    name = _usable("_".join(words).lower())
    if iskeyword(name) or name in _CONSTANTS:
        name += "_"
    return name if name.isidentifier() and not kept.startswith("_") else _PREFIX + name


@cache
def field_name(text: str) -> str:
    """The name of a field of a model: what every model has itself gets an underscore."""
    name = python_name(text)
    return f"{name}_" if name in _OF_MODELS else name


def argument_name(text: str) -> str:
    """The name of an argument: what the body of a method needs itself gets an underscore."""
    name = python_name(text)
    return f"{name}_" if name in _OF_METHODS else name


def is_made_up(name: str) -> bool:
    """Whether a name has our prefix, as what the document says is no name of Python."""
    return name.startswith(_PREFIX)


def argument_of_field(wire: str, name: str) -> str:
    """The name of the argument for a field: that of the field, where an argument can have it."""
    plain = python_name(wire)
    is_reserved = wire != name == f"{plain}_" and plain in _OF_MODELS
    return argument_name(wire) if is_reserved or name in _OF_METHODS else name


def distinct_names(
    texts: Iterable[str], name_of: Callable[[str], str], taken: Iterable[str] = ()
) -> dict[str, str]:
    """A name for each of several texts, which is neither that of another one nor another text.

    So what is a name of Python already keeps it, and nothing that is given by name can be meant for
    two: `userId` beside `user_id` is `user_id_2`.
    """
    kept = list(dict.fromkeys(texts))
    blocked = {*kept, *taken}
    names = {}
    for text in kept:
        blocked.discard(text)
        names[text] = free_name(name_of(text), blocked)
        blocked |= {text, names[text]}
    return names


def free_name(name: str, taken: Collection[str]) -> str:
    """A name that is not taken: itself, or with the first number from 2 on that is free."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    return free


def _usable(text: str) -> str:
    return "".join(one for one in normalize("NFKC", text) if _is_usable(one))


def _is_usable(character: str) -> bool:
    return character.isidentifier() or character.isdecimal() or character in ". _-"
