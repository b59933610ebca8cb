"""Fields of forms: by their media type, or in a style."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.runtime._forms import form
from specmend.generate.runtime._operation import Encoding
from specmend.generate.runtime.errors import ArgumentError

JSON = ("application/json",)


@pytest.mark.parametrize(
    ("fields", "encodings", "sent"),
    [
        ({}, (), ""),
        ({"a": "x y+z&", "b": 1, "c": True}, (), "a=x+y%2Bz%26&b=1&c=true"),
        # OpenAPI 3.1.1, "URL Encoded Form with JSON Values".
        (
            {"address": {"zip": "99999+1234", "a": None}},
            (),
            "address=%7B%22zip%22%3A%2299999%2B1234%22%2C%22a%22%3Anull%7D",
        ),
        ({"a": ["x", {"b": 1}], "c": []}, (), "a=x&a=%7B%22b%22%3A1%7D"),
        # The example "jsonFormValue" of the same section.
        (
            {"jsonValue": "json"},
            (Encoding(name="jsonValue", media_types=JSON),),
            "jsonValue=%22json%22",
        ),
        ({"a": "x", "b": "y"}, (Encoding(name="a", media_types=("text/plain",)),), "a=x&b=y"),
        (
            {"a": ["x y", "z"]},
            (Encoding(name="a", style="form", explode=False),),
            "a=x%20y,z",
        ),
        ({"a": {"b": 1, "c": 2}}, (Encoding(name="a", style="form", explode=True),), "b=1&c=2"),
        ({"a": {"b": [1]}}, (Encoding(name="a", style="deepObject"),), "a%5Bb%5D%5B%5D=1"),
        ({"a": ["b", "c"]}, (Encoding(name="a", style="pipeDelimited"),), "a=b%7Cc"),
        ({"a": ["b", "c"]}, (Encoding(name="a", style="spaceDelimited"),), "a=b%20c"),
        (
            {"a": "x/y?z&"},
            (Encoding(name="a", style="form", explode=True, reserved=True),),
            "a=x/y?z%26",
        ),
    ],
)
def test_a_form(fields: dict[str, Any], encodings: tuple[Encoding, ...], sent: str) -> None:
    assert form(fields.items(), encodings) == sent


@pytest.mark.parametrize("fields", [{"a": "\ud800"}, {"\ud800": "a"}])
def test_half_of_a_character_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError, match="half of a surrogate pair"):
        form(fields.items(), ())
