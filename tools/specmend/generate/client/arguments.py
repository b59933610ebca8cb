"""The arguments of a method: path, body, query, headers, cookies, by names that do not clash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from specmend.generate.client.bodies import Given
from specmend.generate.client.examples import example_value
from specmend.generate.client.media import content_of, is_form, ranked
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import EXTRAS, Argument
from specmend.generate.names import argument_name, free_name
from specmend.generate.normalize.media_order import is_json
from specmend.generate.types.kinds import TEXT, Type

_VARIABLE = re.compile(r"\{([^{}]*)\}")

_PLACES = ("query", "querystring", "header", "cookie")

_WHOLE = "querystring"
"""The place of a parameter that is the whole query (OpenAPI 3.2, Parameter Locations)."""


def read_arguments(
    method: str, path: str, node: dict[str, Any], given: Given | None, reader: Reader
) -> tuple[Argument, ...]:
    """All arguments of an operation, each with a name of its own.

    What is a name of Python in the document keeps it. A name that an argument in another place has,
    or that every call knows, gets its place as a suffix, any other one a number.
    """
    arguments = list(_all_arguments(method, path, node, given, reader))
    taken = dict.fromkeys(EXTRAS if reader.extras else (), "")
    names: dict[int, str] = {}
    for number, argument in sorted(enumerate(arguments), key=lambda pair: _is_renamed(pair[1])):
        name, place = argument.name, argument.in_
        if taken.get(name, place) != place:
            name = f"{name}_{place}"
        names[number] = free_name(name, taken)
        taken[names[number]] = place
    return tuple(replace(one, name=names[number]) for number, one in enumerate(arguments))


def _is_renamed(argument: Argument) -> bool:
    return argument.name != argument.wire


def _all_arguments(
    method: str, path: str, node: dict[str, Any], given: Given | None, reader: Reader
) -> Iterator[Argument]:
    parameters = _parameters(node)
    for name in dict.fromkeys(_VARIABLE.findall(path)):
        yield _path_argument(name, parameters.get(("path", name)), reader)
        if ("path", name) not in parameters:
            words = f"no parameter describes {{{name}}} of the path; the method takes a text"
            reader.warn(method, path, words)
    for place, name in parameters:
        if place == "path" and f"{{{name}}}" not in path:
            words = f"the path has no {{{name}}}, so the method does not have this parameter"
            reader.warn(method, path, words)
    if given is not None:
        yield from given.arguments
    for place in _PLACES:
        for (in_, name), parameter in parameters.items():
            if in_ == place:
                yield _argument(name, parameter, place, reader)


def _parameters(node: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """The parameters by place and name; of two that are the same the first counts."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for parameter in node.get("parameters") or ():
        if isinstance(parameter, dict):
            key = (str(parameter.get("in")), str(parameter.get("name")))
            found.setdefault(key, parameter)
    return found


def _path_argument(name: str, parameter: dict[str, Any] | None, reader: Reader) -> Argument:
    known = {"schema": {"type": "string"}} if parameter is None else parameter
    return _argument(name, {**known, "required": True}, "path", reader)


def _argument(name: str, parameter: dict[str, Any], place: str, reader: Reader) -> Argument:
    kind, style = _kind_and_style(parameter, reader)
    description = parameter.get("description")
    return Argument(
        name=argument_name(name),
        wire=name,
        annotation=reader.given(kind),
        required=parameter.get("required") is True,
        in_="query" if place == _WHOLE else place,
        style=style,
        example=example_value(kind, reader),
        description=description if isinstance(description, str) else "",
    )


def _kind_and_style(parameter: dict[str, Any], reader: Reader) -> tuple[Type, str]:
    """The type of a parameter, and how a query or cookie has its lists and objects.

    A parameter with `content` is one text of that media type (OpenAPI 3.1 section 4.8.12.2).
    """
    content = content_of(parameter)
    if parameter.get("in") == _WHOLE:
        return _whole_query(content, reader)
    if "schema" in parameter or not content:
        return reader.types.read(parameter.get("schema", {"type": "string"})), _style(parameter)
    first = ranked(content)[0]
    media = content[first] if isinstance(content[first], dict) else {}
    return (reader.types.read(media.get("schema")), "json") if is_json(first) else (TEXT, "form")


def _whole_query(content: dict[str, Any], reader: Reader) -> tuple[Type, str]:
    """The whole query as pairs of a form, as JSON, or as a text."""
    for media_type, media in content.items():
        kind = reader.types.read(media.get("schema") if isinstance(media, dict) else None)
        if is_form(media_type) or is_json(media_type):
            return kind, "pairs" if is_form(media_type) else "whole json"
    return TEXT, "whole"


def _style(parameter: dict[str, Any]) -> str:
    """How a list or object is written in a query: the styles of OpenAPI 3.1 section 4.8.12.2.

    A cookie has those of OpenAPI 3.2, where `cookie` gives one pair for each value.
    """
    style = parameter.get("style", "form")
    if parameter.get("in") == "cookie":
        is_exploded = parameter.get("explode", True)
        return "comma" if not is_exploded else "cookie" if style == "cookie" else ""
    if parameter.get("in") != "query":
        return ""
    if style == "form":
        return "form" if parameter.get("explode", True) else "comma"
    return str(style)
