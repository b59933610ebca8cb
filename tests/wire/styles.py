"""Values out of texts by the styles of OpenAPI and the rules of RFC 6570, read backwards.

Nothing here is shared with what writes the requests. The texts are as they stand in an address or
in a header; each function splits at the delimiters first and decodes the pieces then, where the
standard says nothing else (OpenAPI 3.2 appendix C, Delimiters in Parameter Values).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote

from tests.wire.raw import Unreadable
from tests.wire.schemas import Root

Decode = Callable[[str], str]
Pairs = list[tuple[str, str]]

_OLD_LABELS = ((3, 0, 0), (3, 0, 1), (3, 0, 2), (3, 0, 3), (3, 1, 0))
"""Versions of which the table of examples joins the values of a label by dots in any case."""


def percent(text: str) -> str:
    """The text of percent-encoded UTF-8 (RFC 3986 section 2.1); a plus is a plus."""
    _check_triples(text)
    return unquote(text, errors="strict")


def form(text: str) -> str:
    """The text of a name or value of a form, where a plus is a space (WHATWG URL section 5.1)."""
    return percent(text.replace("+", "%20"))


def plain(text: str) -> str:
    """A text that nobody encoded."""
    return text


def simple(root: Root, schema: Any, raw: str, *, explode: bool, decode: Decode) -> Any:
    """The style `simple` (RFC 6570 section 3.2.2)."""
    return _one_text(root, schema, raw, ",", explode=explode, decode=decode)


def label(root: Root, schema: Any, raw: str, *, explode: bool, decode: Decode) -> Any:
    """The style `label` (RFC 6570 section 3.2.5): a dot before each value."""
    if not raw.startswith("."):
        return _nothing(root, schema, raw)
    separator = "." if explode or root.version in _OLD_LABELS else ","
    return _one_text(root, schema, raw[1:], separator, explode=explode, decode=decode)


def matrix(root: Root, schema: Any, name: str, raw: str, *, explode: bool, decode: Decode) -> Any:
    """The style `matrix` (RFC 6570 section 3.2.7): a semicolon before each pair."""
    if not raw.startswith(";"):
        return _nothing(root, schema, raw)
    pairs = [cut(piece, "=") for piece in raw[1:].split(";")]
    return named(root, schema, name, pairs, explode=explode, decode=decode, separator=",")


def named(
    root: Root,
    schema: Any,
    name: str,
    pairs: Pairs,
    *,
    explode: bool,
    decode: Decode,
    separator: str = ",",
) -> Any:
    """A value of pairs that are its own: the styles `form`, `cookie` and `matrix`."""
    kind = shape(root, schema)
    if kind == "object" and explode:
        return members(root, schema, [(decode(key), decode(value)) for key, value in pairs])
    values = [value for key, value in pairs if decode(key) == name]
    if len(values) != len(pairs):
        raise Unreadable(f"{pairs} are not all pairs of {name}")
    if kind == "array" and explode:
        return items(root, schema, [decode(value) for value in values])
    if len(values) != 1:
        raise Unreadable(f"{len(values)} values of {name}, which has one")
    return _one_text(root, schema, values[0], separator, explode=False, decode=decode)


def delimited(root: Root, schema: Any, raw: str, separator: str, *, decode: Decode) -> Any:
    """The styles `spaceDelimited` and `pipeDelimited`: decoded first (OpenAPI 3.2 appendix E)."""
    return _one_text(root, schema, decode(raw), separator, explode=False, decode=plain)


def deep(root: Root, schema: Any, pairs: Iterable[tuple[list[str], str]]) -> Any:
    """The style `deepObject`: a path of keys for each value; a list has one pair for each item."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for keys, value in pairs:
        found.setdefault(keys[0], []).append((keys[1:], value))
    made: dict[str, Any] = {}
    for key, inner in found.items():
        of = root.member(schema, key)
        kind = shape(root, of)
        if kind == "object":
            made[key] = deep(root, of, inner)
        elif kind == "array":
            made[key] = items(root, of, [value for _, value in inner])
        elif len(inner) == 1:
            made[key] = root.typed(inner[0][1], of)
        else:
            raise Unreadable(f"{len(inner)} values of {key}, which has one")
    return made


def shape(root: Root, schema: Any) -> str:
    """Whether a value is an object, an array or a single one, by its schema."""
    types = root.types(schema) - {"null"}
    return next(iter(types)) if types in ({"object"}, {"array"}) else "single"


def items(root: Root, schema: Any, texts: Iterable[str]) -> list[Any]:
    """The items of a list from their texts."""
    return [root.typed(text, root.member(schema, at)) for at, text in enumerate(texts)]


def members(root: Root, schema: Any, pairs: Pairs) -> dict[str, Any]:
    """The members of an object from their names and texts."""
    made = {key: root.typed(text, root.member(schema, key)) for key, text in pairs}
    if len(made) != len(pairs):
        raise Unreadable(f"a member stands twice in {pairs}")
    return made


def cut(piece: str, separator: str) -> tuple[str, str]:
    """What stands before and after the first separator."""
    before, _, after = piece.partition(separator)
    return before, after


def _one_text(
    root: Root, schema: Any, raw: str, separator: str, *, explode: bool, decode: Decode
) -> Any:
    """A value that is one text, its parts between separators."""
    kind = shape(root, schema)
    if kind == "single":
        return root.typed(decode(raw), schema)
    pieces = raw.split(separator)
    if kind == "array":
        return items(root, schema, map(decode, pieces))
    if explode:
        return members(
            root, schema, [(decode(k), decode(v)) for k, v in (cut(one, "=") for one in pieces)]
        )
    if len(pieces) % 2:
        raise Unreadable(f"{raw!r} are not names and values in turn")
    texts = [decode(piece) for piece in pieces]
    return members(root, schema, list(zip(texts[::2], texts[1::2], strict=True)))


def _nothing(root: Root, schema: Any, raw: str) -> Any:
    kind = shape(root, schema)
    if raw or kind == "single":
        raise Unreadable(f"{raw!r} does not begin as its style does")
    return [] if kind == "array" else {}


def _check_triples(text: str) -> None:
    rest = text.split("%")[1:]
    digits = set("0123456789abcdefABCDEF")
    if any(len(one) < 2 or not {*one[:2]} <= digits for one in rest):
        raise Unreadable(f"{text!r} has a percent sign that begins no triple")
    if any(ord(character) <= 32 or ord(character) > 126 for character in text):
        raise Unreadable(f"{text!r} has what an address cannot hold")
