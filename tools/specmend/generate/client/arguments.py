"""The arguments of a method: path, body, query, headers, cookies, by names that do not clash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from specmend.document.openapi.tokens import is_token
from specmend.generate.client.alternatives import CHOICE
from specmend.generate.client.bodies import property_kinds
from specmend.generate.client.encodings import read_encodings
from specmend.generate.client.examples import example_value
from specmend.generate.client.media import content_of, is_form
from specmend.generate.client.parameters import PLACES, WHOLE, Warn, read_parameter
from specmend.generate.client.paths import variables
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import EXTRAS, Argument, Parameter
from specmend.generate.client.values import has_bounds, has_class
from specmend.generate.names import argument_name, free_name
from specmend.generate.types.defaults import json_code
from specmend.generate.types.fields import only_value
from specmend.generate.types.kinds import ANY, Type
from specmend.generate.words import description_of, note_on, with_note

_IGNORED: Final = {
    "accept": "the media types of the answers",
    "content-type": "the media type of the body",
    "authorization": "a security scheme, or `headers` of the client",
}
"""Headers whose parameters OpenAPI has ignored, and what says what they would say."""

_LENGTH: Final = "content-length"

_OF_HTTP: Final = ("connection", _LENGTH, "transfer-encoding", "upgrade")
"""Headers that the HTTP library writes to tell where a request ends (RFC 9112 section 6)."""


def read_arguments(
    method: str, path: str, node: dict[str, Any], given: Iterable[Argument], reader: Reader
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
    method: str, path: str, node: dict[str, Any], given: Iterable[Argument], reader: Reader
) -> Iterator[Argument]:
    given = tuple(given)
    is_raw = any(one.in_ == "body" and one.annotation == "Content" for one in given)
    parameters = _parameters(method, path, node, reader, is_raw=is_raw)
    names = variables(path, parameters)
    for name in names:
        known = parameters.get(("path", name), {"schema": {"type": "string"}})
        yield _argument(
            method, path, {**known, "in": "path", "name": name, "required": True}, reader
        )
        if ("path", name) not in parameters:
            words = f"no parameter describes {{{name}}} of the path; the method takes a text"
            reader.warn(method, path, words)
    for place, name in parameters:
        if place == "path" and name not in names:
            words = f"the path has no {{{name}}}, so the method does not have this parameter"
            reader.warn(method, path, words, "parameters", "path", name)
    yield from (one for one in given if one.in_ != CHOICE)
    for place in PLACES[1:]:
        for (in_, _), parameter in parameters.items():
            if in_ == place:
                yield _argument(method, path, parameter, reader)
    yield from (one for one in given if one.in_ == CHOICE)


def _parameters(
    method: str, path: str, node: dict[str, Any], reader: Reader, *, is_raw: bool
) -> dict[tuple[str, str], dict[str, Any]]:
    """The parameters by place and name, without those that are not sent."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    known: set[tuple[str, str]] = set()
    for parameter in node.get("parameters") or ():
        if not isinstance(parameter, dict):
            continue
        place, name = str(parameter.get("in")), str(parameter.get("name"))
        words = _not_sent(place, name, is_raw=is_raw)
        key = (place, name.lower() if place == "header" else name)
        if key in known:
            words = f"there are several parameters {name} in {place}; the first one counts"
        if words:
            reader.warn(method, path, words, "parameters", place, name)
        else:
            found[place, name] = parameter
            known.add(key)
    return found


def _not_sent(place: str, name: str, *, is_raw: bool) -> str:
    """Why a parameter is no argument of the method; empty where it is one.

    Of a body that is given as it is sent, only the caller may know how long it is.
    """
    words = f"the method does not have the parameter {name}"
    if place not in PLACES:
        return f"{words}: OpenAPI has no parameters in {place}"
    if place == "header" and name.lower() in _IGNORED:
        return f"{words}: OpenAPI ignores it, and takes {_IGNORED[name.lower()]}"
    if place == "header" and name.lower() in _OF_HTTP and not (is_raw and name.lower() == _LENGTH):
        return f"{words}: the HTTP library writes this header"
    if place == "header" and not is_token(name):
        return f"{words}: no header can be called so"
    return ""


def _with_encodings(
    written: Parameter, parameter: dict[str, Any], kind: Type, reader: Reader, warn: Warn
) -> Parameter:
    """A parameter that is a form, with what is said of its fields; only a whole query has that."""
    media = content_of(parameter)[written.media_type]
    if not isinstance(media, dict):
        return written
    if written.place != WHOLE:
        if media.get("encoding"):
            words = "an encoding counts in bodies and whole queries; the client does not heed it"
            warn(words, "content", written.media_type, "encoding")
        return written

    def told(words: str, *at: str) -> None:
        warn(words, "content", written.media_type, *at)

    kinds = property_kinds(kind, media, reader)
    encodings = read_encodings(written.media_type, media, kinds, reader, told)
    return replace(written, encodings=encodings)


def _argument(method: str, path: str, parameter: dict[str, Any], reader: Reader) -> Argument:
    name, place = str(parameter["name"]), str(parameter["in"])

    def warn(words: str, *at: str) -> None:
        reader.warn(method, path, words, "parameters", place, name, *at)

    kind, written = read_parameter(parameter, reader, warn)
    if written is not None and is_form(written.media_type):
        written = _with_encodings(written, parameter, kind, reader, warn)
    if parameter.get("required") is True and place != "path" and _is_nullable(kind, reader):
        words = "the parameter is required and can be null, which has no form here"
        warn(f"{words}; the client leaves it out where it is None", "schema")
    about = reader.types.words_about(parameter)
    return Argument(
        name=argument_name(name),
        wire=name,
        annotation=reader.given(kind),
        required=parameter.get("required") is True,
        in_="query" if place == WHOLE else place,
        written=written,
        example=example_value(kind, reader),
        description=with_note(description_of(*about), note_on(*about)),
        usual=_usual(parameter, kind, reader, warn),
        checked=reader.checked(kind) if has_class(kind, reader) else "",
        bounded=reader.checked(kind) if has_bounds(kind, reader) else "",
        constant="" if place == "path" else only_value(kind),
    )


def _is_nullable(kind: Type, reader: Reader) -> bool:
    return kind != ANY and reader.types.allows_null(kind)


def _usual(parameter: dict[str, Any], kind: Type, reader: Reader, warn: Warn) -> str:
    """The default of a parameter as code: the server's, for it is never sent by itself."""
    value = reader.types.annotation(parameter.get("schema"), "default", is_shared=True)
    if value is None:
        return ""
    if reader.fields.defaults.read(kind, value) is None:
        warn("the default is not one that the schema allows; it is left out", "schema", "default")
        return ""
    return json_code(value)
