"""How parameters are written on the wire, and what of that the standard leaves open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from specmend.generate.client.media import content_of, is_form
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Parameter
from specmend.generate.client.values import Shape, is_nested, shapes
from specmend.generate.normalize.media_order import is_json
from specmend.generate.types.kinds import TEXT, Bounded, Choice, OneOf, Type, one_of

Warn: TypeAlias = Callable[..., None]
"""Takes the words, and the keys from the parameter to the place that they are about."""

WHOLE: Final = "querystring"
"""The place of a parameter that is the whole query (OpenAPI 3.2, Parameter Locations)."""

PLACES: Final = ("path", "query", WHOLE, "header", "cookie")

_SEVERAL: Final = frozenset({Shape.LIST, Shape.OBJECT})


@dataclass(frozen=True, kw_only=True, slots=True)
class _Style:
    """A row of the table: where a style can stand, and for what (OpenAPI 3.2, Style Values)."""

    places: tuple[str, ...]
    shapes: frozenset[Shape] = frozenset({Shape.SCALAR, *_SEVERAL})
    explode: bool = False


_STYLES: Final[Mapping[str, _Style]] = {
    "matrix": _Style(places=("path",)),
    "label": _Style(places=("path",)),
    "simple": _Style(places=("path", "header")),
    "form": _Style(places=("query", "cookie"), explode=True),
    "spaceDelimited": _Style(places=("query",), shapes=_SEVERAL),
    "pipeDelimited": _Style(places=("query",), shapes=_SEVERAL),
    "deepObject": _Style(places=("query",), shapes=frozenset({Shape.OBJECT})),
    "cookie": _Style(places=("cookie",), explode=True),
}

_DEFAULT: Final = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}

_SHOWN_BY_ALL: Final = ("matrix", "label", "label.", "cookie")
"""The styles that are seen in single values too."""

_WITH_DOTS: Final = ("3.0.0", "3.0.1", "3.0.2", "3.0.3", "3.1.0")
"""The versions whose table of styles has dots in lists of the style label; later ones mended it."""

_WORDS_OF_PLACES: Final = {
    "path": "a path",
    "query": "a query",
    "header": "a header",
    "cookie": "a cookie",
}


def read_parameter(
    parameter: dict[str, Any], reader: Reader, warn: Warn
) -> tuple[Type, Parameter | None]:
    """The type of a parameter, and how it is written where that is not the usual way."""
    place, name = str(parameter.get("in")), str(parameter.get("name"))
    content = content_of(parameter)
    for key in _passed_over(parameter, place):
        warn(f"{key} says nothing of this parameter; the client does not heed it", key)
    if place == WHOLE or (content and "schema" not in parameter):
        return _of_content(place, name, content, reader, warn)
    if content:
        warn("a parameter has 'schema' or 'content', and not both; 'schema' counts", "content")
    kind = reader.types.read(parameter.get("schema", {"type": "string"}))
    style, explode = read_style(parameter, place, warn)
    reserved = _reserved(parameter, place, style, reader, warn)
    for words, key in _left_open(parameter, place, style, kind, reader, explode=explode):
        warn(words, key)
    if style == "label" and reader.version in _WITH_DOTS and not explode:
        style = "label."
    if parameter.get("allowEmptyValue") is True and place == "query":
        kind = _or_empty(kind)
    return kind, _unusual(place, name, style, kind, reader, explode=explode, reserved=reserved)


def read_style(holder: dict[str, Any], place: str, warn: Warn) -> tuple[str, bool]:
    """The style and explode of a parameter or an encoding; one that is not possible is reported."""
    style = str(holder.get("style", _DEFAULT[place]))
    if style not in _STYLES or place not in _STYLES[style].places:
        words = f"OpenAPI has no style {style} for {_WORDS_OF_PLACES[place]}"
        warn(f"{words}; the client writes it in the style {_DEFAULT[place]}", "style")
        style = _DEFAULT[place]
    explode = holder.get("explode", _STYLES[style].explode)
    return style, explode is True


def left_open(
    holder: dict[str, Any], style: str, kind: Type, reader: Reader, *, explode: bool
) -> Iterator[tuple[str, str]]:
    """What the tables of styles leave open: the words, and the key that they are about."""
    found = shapes(kind, reader)
    if not found & _STYLES[style].shapes and Shape.ANY not in found:
        what = "lists" if Shape.LIST in found else "single values"
        yield f"the style {style} is not defined for {what}; {_chosen(style, found)}", "style"
    elif style in ("spaceDelimited", "pipeDelimited") and explode:
        words = f"the style {style} with explode is not defined"
        yield f"{words}; the client writes one pair for each value", "explode"
    elif style == "deepObject" and holder.get("explode") is False and not is_new(reader):
        words = "the style deepObject without explode is not defined"
        yield f"{words}; the client writes it as with explode", "explode"
    if is_nested(kind, reader) and found & _SEVERAL:
        what = "brackets, as in a[b][c]=1 and a[b][]=1" if style == "deepObject" else "JSON texts"
        words = f"the style {style} is not defined for lists and objects inside of a value"
        yield f"{words}; the client writes them as {what}", "schema"


def is_new(reader: Reader) -> bool:
    """Whether a document is written in OpenAPI 3.2."""
    return reader.version.startswith("3.2")


def _left_open(
    parameter: dict[str, Any], place: str, style: str, kind: Type, reader: Reader, *, explode: bool
) -> Iterator[tuple[str, str]]:
    yield from left_open(parameter, style, kind, reader, explode=explode)
    if not shapes(kind, reader) & _SEVERAL:
        return
    if style == "label" and not explode and reader.version in _WITH_DOTS:
        words = f"lists in the style label have dots in OpenAPI {reader.version}, later commas"
        yield f"{words}; the client writes dots", "style"
    if place == "cookie" and not explode:
        words = "a cookie without explode has commas, which RFC 6265 does not allow in it"
        yield f"{words}; the client writes them", "explode"
    elif place == "cookie" and style == "form":
        words = "the style form has '&' between the values of a cookie, which would be one value"
        yield f"{words}; the client writes one cookie for each", "schema"


def _chosen(style: str, found: set[Shape]) -> str:
    if style == "deepObject" and Shape.LIST in found:
        return "the client writes them with brackets, as in a[]=1"
    return (
        "the client writes one pair for each value"
        if Shape.LIST in found
        else "the client writes one pair"
    )


def _reserved(
    parameter: dict[str, Any], place: str, style: str, reader: Reader, warn: Warn
) -> bool:
    """Whether reserved characters stay; before OpenAPI 3.2 only those of a query."""
    if parameter.get("allowReserved") is not True:
        return False
    is_possible = place == "path" or (place, style) == ("cookie", "form")
    if place == "query" or (is_possible and is_new(reader)):
        return True
    words = f"allowReserved says nothing of {_WORDS_OF_PLACES[place]} here"
    warn(f"{words}; the client does not heed it", "allowReserved")
    return False


def _passed_over(parameter: dict[str, Any], place: str) -> Iterator[str]:
    """Fields that say nothing: those of a style beside 'content', an empty value of no query."""
    if place == WHOLE or ("content" in parameter and "schema" not in parameter):
        yield from (key for key in ("style", "explode", "allowReserved") if parameter.get(key))
    if parameter.get("allowEmptyValue") is True and place != "query":
        yield "allowEmptyValue"


def _or_empty(kind: Type) -> Type:
    """A type that takes the empty text too (`allowEmptyValue`)."""
    inner = kind.inner if isinstance(kind, Bounded) else kind
    members = inner.members if isinstance(inner, OneOf) else (inner,)
    return kind if TEXT in members else one_of([kind, Choice(values=("",))])


def _unusual(
    place: str, name: str, style: str, kind: Type, reader: Reader, *, explode: bool, reserved: bool
) -> Parameter | None:
    """How a parameter is written; None for the usual way, as most single values are."""
    is_usual = style == _DEFAULT[place] and explode is _STYLES[style].explode
    is_single = shapes(kind, reader) == {Shape.SCALAR} and style not in _SHOWN_BY_ALL
    if (is_usual or is_single) and not reserved:
        return None
    return Parameter(place=place, wire=name, style=style, explode=explode, reserved=reserved)


def _of_content(
    place: str, name: str, content: dict[str, Any], reader: Reader, warn: Warn
) -> tuple[Type, Parameter | None]:
    """A parameter that is one text of a media type: JSON, a form, or the text as it is given."""
    media_types = sorted(content, key=lambda one: (not is_json(one), not is_form(one)))
    if not media_types:
        warn("a parameter in querystring has 'content'; the argument is the whole query as a text")
        return TEXT, Parameter(place=place, wire=name, media_type="text/plain")
    first, *others = media_types
    if others:
        warn(f"'content' of a parameter has one media type; the client writes {first}", "content")
    media = content[first] if isinstance(content[first], dict) else {}
    kind = reader.types.read(media.get("schema")) if "schema" in media else TEXT
    is_fit = is_form(first) and shapes(kind, reader) != {Shape.LIST}
    if not is_json(first) and not is_fit:
        if shapes(kind, reader) & _SEVERAL:
            warn(f"the client does not write {first}; the argument is its text", "content", first)
            kind = TEXT
        return kind, Parameter(place=place, wire=name, media_type="text/plain")
    return kind, Parameter(place=place, wire=name, media_type=first)
