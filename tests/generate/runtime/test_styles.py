"""The table of styles: the standard's own examples, and what is beside them."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from specmend.generate.runtime._operation import Parameter
from specmend.generate.runtime._request import writer_of
from specmend.generate.runtime._styles import (
    STYLES,
    Writer,
    media_text,
    percent,
    reserved_percent,
    verbatim,
)
from specmend.generate.runtime.errors import ArgumentError

EMPTY = ""
BLUE = "blue"
LIST = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


def written(style: str, value: Any, *, explode: bool, **more: Any) -> str:
    """A value of the parameter `color` in a path or in a query."""
    inside = STYLES[style].inside
    writer = Writer(
        place="query",
        name="color",
        style=style,
        explode=explode,
        inside=percent(inside) if inside in " |" else inside,
        **more,
    )
    return writer.whole(value)


@pytest.mark.parametrize(
    ("style", "explode", "empty", "text", "several", "members"),
    [
        # The table "Style Examples" of OpenAPI 3.0.4, 3.1.1 and 3.2.0. Where it says "undefined",
        # the text of RFC 6570 section 2.4.2 for an empty text is meant.
        ("matrix", False, ";color", ";color=blue", ";color=blue,black,brown",
         ";color=R,100,G,200,B,150"),
        ("matrix", True, ";color", ";color=blue", ";color=blue;color=black;color=brown",
         ";R=100;G=200;B=150"),
        ("label", False, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
        ("label", True, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
        ("simple", False, "", "blue", "blue,black,brown", "R,100,G,200,B,150"),
        ("simple", True, "", "blue", "blue,black,brown", "R=100,G=200,B=150"),
        ("form", False, "color=", "color=blue", "color=blue,black,brown",
         "color=R,100,G,200,B,150"),
        ("form", True, "color=", "color=blue", "color=blue&color=black&color=brown",
         "R=100&G=200&B=150"),
        ("spaceDelimited", False, "color=", "color=blue", "color=blue%20black%20brown",
         "color=R%20100%20G%20200%20B%20150"),
        ("pipeDelimited", False, "color=", "color=blue", "color=blue%7Cblack%7Cbrown",
         "color=R%7C100%7CG%7C200%7CB%7C150"),
        ("deepObject", True, "color=", "color=blue",
         "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown",
         "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ("cookie", False, "color=", "color=blue", "color=blue,black,brown",
         "color=R,100,G,200,B,150"),
        ("cookie", True, "color=", "color=blue", "color=blue; color=black; color=brown",
         "R=100; G=200; B=150"),
        # The tables of OpenAPI 3.0.0 to 3.0.3 and 3.1.0.
        ("label.", False, ".", ".blue", ".blue.black.brown", ".R.100.G.200.B.150"),
        # What the tables leave open: as with the style form.
        ("spaceDelimited", True, "color=", "color=blue", "color=blue&color=black&color=brown",
         "R=100&G=200&B=150"),
        ("pipeDelimited", True, "color=", "color=blue", "color=blue&color=black&color=brown",
         "R=100&G=200&B=150"),
    ],
)  # fmt: skip
def test_the_examples_of_the_standard(
    style: str, explode: bool, empty: str, text: str, several: str, members: str
) -> None:
    given = (EMPTY, BLUE, LIST, OBJECT)
    assert [written(style, value, explode=explode) for value in given] == [
        empty,
        text,
        several,
        members,
    ]


@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize("style", sorted(STYLES))
@pytest.mark.parametrize("value", [None, [], {}, [None], {"a": None}])
def test_what_is_undefined_is_left_out(style: str, explode: bool, value: Any) -> None:
    assert written(style, value, explode=explode) == ""


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ({"a": {"b": 1, "c": {"d": "x"}}}, "color[a][b]=1&color[a][c][d]=x"),
        ({"a": ["p", "q"]}, "color[a][]=p&color[a][]=q"),
        ({"a": [{"b": 1}, {"b": 2}]}, "color[a][0][b]=1&color[a][1][b]=2"),
        ({"a": [], "b": None, "c": True}, "color[c]=true"),
    ],
)
def test_inner_values_of_a_deep_object_have_brackets(value: Any, sent: str) -> None:
    found = written("deepObject", value, explode=True, encode_name=verbatim)
    assert found == sent


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ([[1, 2], {"a": 1}], "color=%5B1%2C2%5D,%7B%22a%22%3A1%7D"),
        ([1, None, "", True, 1.5], "color=1,,true,1.5"),
        (["a,b", "c&d=e"], "color=a%2Cb,c%26d%3De"),
        ({"a=b": "c"}, "color=a%3Db,c"),
    ],
)
def test_values_inside_of_a_list_are_encoded(value: Any, sent: str) -> None:
    assert written("form", value, explode=False) == sent


def test_a_member_called_like_the_parameter_keeps_its_name() -> None:
    assert written("simple", {"color": "x", "b": "y"}, explode=True) == "color=x,b=y"


@pytest.mark.parametrize(
    ("place", "style", "value", "sent"),
    [
        ("query", "form", "a/b?c:d@e!$'()*,;=", "a/b?c:d@e!$'()*,;="),
        ("query", "form", "a&b#c[d]e+f", "a%26b%23c%5Bd%5De%2Bf"),
        ("query", "form", "100% 50%25 é", "100%25%2050%25%20%C3%A9"),
        ("query", "form", ["a,b", "c/d"], "a%2Cb,c/d"),
        ("query", "pipeDelimited", ["a,b", "c|d"], "a,b%7Cc%7Cd"),
        ("path", "simple", "a:b@c;d=e/f?g#h[i]", "a:b@c;d=e%2Ff%3Fg%23h%5Bi%5D"),
        ("path", "matrix", "a;b=c", "a%3Bb=c"),
        ("cookie", "form", "a/b=c;d e", "a/b=c%3Bd%20e"),
    ],
)
def test_reserved_characters_stay_where_they_can(
    place: str, style: str, value: Any, sent: str
) -> None:
    row = STYLES[style]
    encode = reserved_percent(place, row.before)
    encode_member = reserved_percent(place, row.before + row.inside)
    found = written(style, value, explode=False, encode=encode, encode_member=encode_member)
    assert found.removeprefix(row.before).removeprefix("color=") == sent


@pytest.mark.parametrize("value", ["\ud800", ["\ud800"], {"\ud800": 1}, math.inf, object()])
def test_what_no_text_is_made_of_is_refused_without_being_shown(value: Any) -> None:
    with pytest.raises(ArgumentError) as caught:
        written("form", value, explode=True)
    assert (caught.value.place, caught.value.name) == ("query", "color")
    assert str(caught.value).startswith('the query argument "color" cannot be sent: ')
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("media_type", "value", "text"),
    [
        ("application/json", {"a": [1, "x"]}, '{"a":[1,"x"]}'),
        ("application/vnd.a+json; v=1", "x", '"x"'),
        ("application/x-www-form-urlencoded", {"a": ["x y", 1], "b": None}, "a=x+y&a=1"),
        ("text/plain", "x y", "x y"),
        ("text/plain", 1.5, "1.5"),
    ],
)
def test_a_value_is_one_text_of_a_media_type(media_type: str, value: Any, text: str) -> None:
    assert media_text(media_type, value) == text


@pytest.mark.parametrize(
    ("place", "style", "explode", "value", "reason"),
    [
        ("query", "spaceDelimited", False, ["a b", "c"], "a value in it has a space of its own"),
        ("query", "pipeDelimited", False, {"a|b": "c"}, "a value in it has '|' of its own"),
        ("query", "deepObject", True, {"a": {"b[c]": 1}}, "a name in it has '[' or ']' of its own"),
        ("header", "simple", False, ["a,b"], "a value in it has ',' of its own"),
        ("header", "simple", True, {"a": "b,c"}, "a value in it has ',' of its own"),
        ("header", "simple", True, {"a=b": "c"}, "a name in it has ',' or '=' of its own"),
        (
            "header",
            "simple",
            False,
            [""],
            "a list of one empty text would be read as an empty list",
        ),
        ("cookie", "cookie", False, ["a,b"], "a value in it has ',' of its own"),
        ("cookie", "cookie", True, {"a=b": "c"}, "a name in it has '=' of its own"),
    ],
)
def test_values_that_would_be_read_as_others_are_refused(
    place: str, style: str, explode: bool, value: Any, reason: str
) -> None:
    parameter = Parameter(place=place, name="color", style=style, explode=explode)
    with pytest.raises(ArgumentError) as caught:
        writer_of(place, "color", parameter).pieces(value)
    assert str(caught.value) == f'the {place} argument "color" cannot be sent: {reason}'


@pytest.mark.parametrize(
    ("place", "style", "explode", "value", "sent"),
    [
        ("query", "spaceDelimited", True, ["a b", "c"], "color=a%20b&color=c"),
        ("query", "spaceDelimited", False, "a b", "color=a%20b"),
        ("header", "simple", False, "a,b=c", "a,b=c"),
        ("header", "simple", False, ["a=b"], "a=b"),
        ("cookie", "form", False, ["a,b"], "color=a%2Cb"),
        ("path", "label", True, [0.5, "a.b"], ".0%2E5.a%2Eb"),
        ("path", "label", True, {"k.3": "f"}, ".k%2E3=f"),
        ("path", "label", True, "1.5", ".1.5"),
        ("path", "label", False, [0.5], ".0.5"),
        ("path", "label.", False, [0.5], ".0%2E5"),
    ],
)
def test_values_that_can_be_told_apart_are_sent(
    place: str, style: str, explode: bool, value: Any, sent: str
) -> None:
    parameter = Parameter(place=place, name="color", style=style, explode=explode)
    assert writer_of(place, "color", parameter).whole(value) == sent


def test_json_in_a_header_is_ascii() -> None:
    parameter = Parameter(place="header", name="color", media_type="application/json")
    value = {"s": "\u00e9\U0001f600\x7f\n"}
    assert writer_of("header", "color", parameter).pieces(value) == [
        '{"s":"\\u00e9\\ud83d\\ude00\\u007f\\n"}'
    ]
    (text,) = writer_of("header", "color", parameter).pieces(value)
    assert json.loads(text) == value
