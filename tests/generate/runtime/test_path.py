"""Path templates that are filled in, and values that would make another path of them."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.runtime._path import cut, variables
from specmend.generate.runtime._styles import Writer, reserved_percent
from specmend.generate.runtime.errors import APIError, ArgumentError


def filled(template: str, style: str = "simple", **values: Any) -> str:
    made = cut(template, writers(template, style))
    query = made.fixed_query(values)
    return made.path(values) + ("?" + query if made.query else "")


def writers(template: str, style: str) -> dict[str, Writer]:
    return {name: Writer(place="path", name=name, style=style) for name in variables(template)}


@pytest.mark.parametrize(
    ("template", "values", "path"),
    [
        ("/", {}, "/"),
        ("/a/b", {}, "/a/b"),
        ("/a/", {}, "/a/"),
        ("/../health", {}, "/../health"),
        ("/a/{x}", {"x": "b/c"}, "/a/b%2Fc"),
        ("/a/{x}/d", {"x": "../b"}, "/a/..%2Fb/d"),
        ("/a/{x}", {"x": "%2E%2E"}, "/a/%252E%252E"),
        ("/a/{x}", {"x": "..."}, "/a/..."),
        ("/{x}/{x}", {"x": 1}, "/1/1"),
        ("/{a}{b}", {"a": "", "b": "x"}, "/x"),
        ("/a/{x}.json", {"x": ""}, "/a/.json"),
        ("/a/{x}:run", {"x": "ä\n\x00"}, "/a/%C3%A4%0A%00:run"),
        ("/a b/{x}", {"x": True}, "/a%20b/true"),
        ("/a%20b/100%/{x}", {"x": "y"}, "/a%20b/100%25/y"),
        ("/b?action=one", {}, "/b?action=one"),
        ("/b/{x}?to={y}&z", {"x": "1", "y": "a b"}, "/b/1?to=a%20b&z"),
        ("/b/{x}#part", {"x": "1"}, "/b/1"),
    ],
)
def test_a_path_with_its_values(template: str, values: Any, path: str) -> None:
    assert filled(template, **values) == path


@pytest.mark.parametrize(
    ("template", "style", "values"),
    [
        ("/a/{x}", "simple", {"x": ".."}),
        ("/a/{x}/b", "simple", {"x": "."}),
        ("/a/{x}", "simple", {"x": ""}),
        ("/a/{x}/", "simple", {"x": ""}),
        ("/a/{x}", "simple", {"x": [""]}),
        ("/a/{x}", "simple", {"x": []}),
        ("/a/{x}", "simple", {"x": {}}),
        ("/a/{x}", "simple", {"x": None}),
        ("/a/{x}", "label", {"x": ""}),
        ("/a/{x}", "label", {"x": "."}),
        ("/a/{x}", "label", {"x": []}),
        ("/a/{x}", "matrix", {"x": []}),
        ("/a/{x}.", "simple", {"x": "."}),
        ("/{x}{y}", "simple", {"x": ".", "y": "."}),
        ("/{x}{y}", "simple", {"x": "", "y": ""}),
    ],
)
def test_a_value_that_makes_another_path_is_refused(template: str, style: str, values: Any) -> None:
    with pytest.raises(ArgumentError) as caught:
        filled(template, style, **values)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, APIError)
    assert (caught.value.place, caught.value.name) == ("path", "x")


def test_dots_that_are_encoded_already_are_refused_too() -> None:
    encode = reserved_percent("path", "")
    writer = Writer(place="path", name="x", style="simple", encode=encode)
    made = cut("/a/{x}", {"x": writer})
    assert made.path({"x": "%2Ea"}) == "/a/%2Ea"
    with pytest.raises(ArgumentError):
        made.path({"x": "%2E%2e"})
