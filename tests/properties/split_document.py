"""A document taken apart into files at random, and two documents compared through references."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any, Final

from hypothesis import strategies as st

from specmend.document.openapi.components import schema_pointer
from specmend.document.openapi.kinds import DOCUMENT, Spot, spot_at, spot_below
from specmend.document.openapi.references import locate
from specmend.document.openapi.retarget import every_reference, map_references
from specmend.document.tree.pointer import Address, format_pointer
from specmend.document.tree.values import get, replace

ROOT: Final = "root.yaml"
FOLDERS: Final = ("", "a/", "a/b/", "c/")
ENDINGS: Final = ("yaml", "json")
KINDS: Final = frozenset(
    {
        "schema",
        "parameter",
        "response",
        "request body",
        "header",
        "example",
        "link",
        "callback",
        "path item",
        "operation",
        "components",
    }
)
_FILE: Final = "file:"


@st.composite
def taken_apart(draw: st.DrawFn, tree: Any) -> dict[str, Any]:
    """The files of a document, its root first, each with references relative to itself."""
    files: dict[str, tuple[str, Any, Spot]] = {}
    named = {locate(tree, text) for text in every_reference(tree, DOCUMENT)}
    places = [place for place in _places(tree) if not _is_way_to(place, named)]
    chosen = draw(st.lists(st.sampled_from(places), max_size=12, unique=True)) if places else []
    # Inner places first: what they are taken out of may be taken out itself.
    for number, place in enumerate(sorted(chosen, key=len, reverse=True)):
        folder, ending = draw(st.sampled_from(FOLDERS)), draw(st.sampled_from(ENDINGS))
        name, key = f"{folder}part{number}.{ending}", draw(st.sampled_from(("", "k~ey/", "Pet")))
        files[name] = key, get(tree, place), spot_at(place)
        pointer = format_pointer(("definitions", key)) if key else ""
        tree = replace(tree, place, {"$ref": f"{_FILE}{name}#{pointer}".removesuffix("#")})
    made = {ROOT: _seen_from(ROOT, tree, DOCUMENT)}
    for name, (key, content, spot) in files.items():
        seen = _seen_from(name, content, spot)
        made[name] = {"definitions": {key: seen}} if key else seen
    return made


def differences(one: Any, other: Any) -> Iterator[Address]:
    """The places at which two documents say something else, references followed."""
    for key in {**one, **other}:
        if key != "components":
            yield from _different((one, one.get(key)), (other, other.get(key)), (key,))
    for section, named in one.get("components", {}).items():
        for name, value in named.items():
            place = ("components", section, name)
            yield from _different((one, value), (other, get(other, place)), place)


def _different(one: tuple[Any, Any], other: tuple[Any, Any], place: Address) -> Iterator[Address]:
    todo = [(one[1], other[1], place, spot_at(place))]
    seen: set[tuple[int, int]] = set()
    while todo:
        first, second, at, spot = todo.pop()
        if spot.kind != "data":
            first, second = _followed(one[0], first), _followed(other[0], second)
        if (id(first), id(second)) in seen:
            continue
        seen.add((id(first), id(second)))
        if isinstance(first, dict) and isinstance(second, dict) and _keys(first) == _keys(second):
            keys = _keys(first)
            if "$ref" in keys and spot.kind != "data" and len(keys) > 1:
                todo.append(({"$ref": first["$ref"]}, {"$ref": second["$ref"]}, at, spot))
                keys.remove("$ref")
            todo += [(first[k], second[k], (*at, k), spot_below(spot, k)) for k in keys]
        elif isinstance(first, list) and isinstance(second, list) and len(first) == len(second):
            pairs = enumerate(zip(first, second, strict=True))
            todo += [(a, b, (*at, i), spot_below(spot, i)) for i, (a, b) in pairs]
        elif spot.kind == "schema name":
            targets = _schema(one[0], first), _schema(other[0], second)
            todo.append((*targets, at, Spot("one", "schema")))
        elif first != second or type(first) is not type(second):
            yield at


def _keys(value: dict[str, Any]) -> set[str]:
    """The keys of a mapping that say something: a table of schemas is for references alone."""
    return value.keys() - {"$defs"}


def _followed(tree: Any, value: Any) -> Any:
    """What a pure reference leads to, in the end."""
    for _ in range(50):
        if not (isinstance(value, dict) and list(value) == ["$ref"]):
            break
        address = locate(tree, str(value["$ref"]))
        if address is None:
            break
        value = get(tree, address)
    return value


def _schema(tree: Any, name: Any) -> Any:
    reference = name if "/" in str(name) or "#" in str(name) else schema_pointer(str(name))
    return {"$ref": reference} if locate(tree, reference) is not None else name


def _places(tree: Any, address: Address = (), spot: Spot = DOCUMENT) -> Iterator[Address]:
    """The places that may be taken out, and are no references already."""
    if spot.kind == "data":
        return
    if isinstance(tree, dict):
        if address and spot.shape == "one" and spot.kind in KINDS and "$ref" not in tree:
            yield address
        for key, value in tree.items():
            yield from _places(value, (*address, key), spot_below(spot, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _places(value, (*address, index), spot_below(spot, index))


def _is_way_to(place: Address, named: set[Address | None]) -> bool:
    """Whether a pointer leads through a place, and would then lead through a reference.

    A component of the root, or a table of them, gets its content back in its place.
    """
    if place[:1] == ("components",) and len(place) <= 3:
        return False
    return any(target is not None and target[: len(place)] == place for target in named)


def _seen_from(name: str, content: Any, spot: Spot) -> Any:
    """The content of a file with its references relative to it."""
    folder = posixpath.dirname(name) or "."

    def relative(reference: str) -> str:
        if reference.startswith(_FILE):
            path, _, fragment = reference.removeprefix(_FILE).partition("#")
            return posixpath.relpath(path, folder) + (f"#{fragment}" if fragment else "")
        if name == ROOT:
            return reference
        return f"{posixpath.relpath(ROOT, folder)}{reference}"

    return map_references(content, relative, spot)
