"""What headers and cookies can hold, and what is refused without being shown."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.runtime._headers import checked_header, cookies, header
from specmend.generate.runtime._styles import Writer, percent, verbatim
from specmend.generate.runtime.errors import ArgumentError


def of_header(name: str = "X-V", *, explode: bool = False) -> Writer:
    return Writer(
        place="header",
        name=name,
        style="simple",
        explode=explode,
        encode=verbatim,
        encode_member=verbatim,
        encode_name=verbatim,
    )


def of_cookie(style: str = "form", *, explode: bool = True) -> Writer:
    encode = percent if style == "form" else verbatim
    return Writer(
        place="cookie",
        name="c",
        style=style,
        explode=explode,
        encode=encode,
        encode_member=encode,
        encode_name=encode,
    )


@pytest.mark.parametrize(
    ("explode", "value", "sent"),
    [
        (False, "a b", "a b"),
        (False, "", ""),
        (False, 'W/"x", %20', 'W/"x", %20'),
        (False, [1, 2], "1,2"),
        (False, {"a": 1, "b": "x"}, "a,1,b,x"),
        (True, {"a": 1, "b": "x"}, "a=1,b=x"),
        (False, True, "true"),
    ],
)
def test_a_header_is_written_as_it_is(explode: bool, value: Any, sent: str) -> None:
    assert header(of_header(explode=explode), value) == sent


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("secret-gr\u00fcn", "it has a character beyond ASCII"),
        ("secret\r\nX-B: c", "it has a line break"),
        ("secret\n", "it has a line break"),
        ("secret\x00", "it has a control character"),
        ("secret\x7f", "it has a control character"),
        (" secret", "it begins or ends with a space, which servers take off"),
        (["secret", "\u20ac"], "it has a character beyond ASCII"),
    ],
)
def test_what_a_header_cannot_hold_is_refused_and_not_shown(value: Any, reason: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        header(of_header(), value)
    assert str(caught.value) == f'the header argument "X-V" cannot be sent: {reason}'


@pytest.mark.parametrize("name", ["", "X Y", "X:Y", "X\n", "\u00dc"])
def test_what_is_no_name_of_a_header_is_refused(name: str) -> None:
    with pytest.raises(ArgumentError, match="no name of a header"):
        checked_header(name, "a", "part")


@pytest.mark.parametrize(
    ("style", "explode", "value", "pairs"),
    [
        ("form", True, "a; admin=1", ["c=a%3B%20admin%3D1"]),
        ("form", True, 'a,"b"\\', ["c=a%2C%22b%22%5C"]),
        ("form", True, "\u00fc", ["c=%C3%BC"]),
        ("form", True, [1, 2], ["c=1", "c=2"]),
        ("form", False, [1, 2], ["c=1,2"]),
        ("form", True, {"x": 1, "y": 2}, ["x=1", "y=2"]),
        ("cookie", True, "a%2Cb==!", ["c=a%2Cb==!"]),
        ("cookie", True, {"x": "1"}, ["x=1"]),
    ],
)
def test_cookies_are_pairs(style: str, explode: bool, value: Any, pairs: list[str]) -> None:
    assert list(cookies(of_cookie(style, explode=explode), value)) == pairs


@pytest.mark.parametrize("value", ["secret; admin=1", "secret\r\n", "secret\u00fc", {"a;b": "c"}])
def test_what_would_end_a_cookie_is_refused_and_not_shown(value: Any) -> None:
    with pytest.raises(ArgumentError) as caught:
        list(cookies(of_cookie("cookie"), value))
    assert (caught.value.place, caught.value.name) == ("cookie", "c")
    assert "secret" not in str(caught.value)
