"""Runtime expressions and what they name."""

from __future__ import annotations

import pytest

from specmend.document.openapi.expressions import asked_parameter, expressions_in, is_expression


@pytest.mark.parametrize(
    "text",
    [
        "$url",
        "$method",
        "$statusCode",
        "$request.path.id",
        "$request.query.a b",
        "$request.header.content-type",
        "$request.body",
        "$request.body#",
        "$request.body#/a~1b/0",
        "$response.header.Location",
    ],
)
def test_expressions(text: str) -> None:
    assert is_expression(text)


@pytest.mark.parametrize(
    "text",
    ["", "$", "url", "$request", "$request.cookie.a", "$request.header.a b", "$url.a",
     "$request.body#a", "$request.body#/~2", "$request.header."],
)  # fmt: skip
def test_others(text: str) -> None:
    assert not is_expression(text)


def test_expressions_in_a_text() -> None:
    assert list(expressions_in("a{$url}b{c}")) == ["$url", "c"]
    assert list(expressions_in("$url")) == ["$url"]
    assert list(expressions_in("a")) == []


def test_the_parameter_that_one_names() -> None:
    assert asked_parameter("$request.query.a.b") == ("query", "a.b")
    assert asked_parameter("$request.body#/a") is None
    assert asked_parameter("$response.header.a") is None
