"""The keys of callbacks."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import OK, document, told

PARAMETERS = [{"name": name, "in": where, "schema": {}}
              for name, where in (("back", "query"), ("X-Back", "header"))]  # fmt: skip


def faults(key: str) -> list[tuple[str, str]]:
    post = {"parameters": PARAMETERS, "callbacks": {"done": {key: {}}}, "responses": OK}
    return told("callbacks", document(paths={"/a": {"post": post}}))


@pytest.mark.parametrize(
    "key",
    [
        "{$request.query.back}",
        "$request.query.back",
        "$request.body#/url",
        "http://example.com?id={$request.body#/id}&to={$request.header.x-back}",
        "{$request.header.accept}",
        "{$url}/{$method}",
        "http://example.com/fixed",
        "x-internal",
    ],
)
def test_expressions_that_can_be_read(key: str) -> None:
    assert faults(key) == []


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("{back}", "back is no runtime expression"),
        ("$request.nothing", "$request.nothing is no runtime expression"),
        ("{$request.body#url}", "$request.body#url is no runtime expression"),
        ("{}", "{} is no runtime expression"),
        ("{$request.query.other}", "the operation has no parameter 'other' in query"),
        ("{$request.header.X-Other}", "the operation has no parameter 'X-Other' in header"),
    ],
)
def test_others(key: str, words: str) -> None:
    (told_one,) = faults(key)
    assert told_one[1] == words


def test_a_callback_of_the_components_may_stand_in_any_operation() -> None:
    callbacks: object = {"done": {"{$request.query.any}": {}}}
    assert told("callbacks", document(components={"callbacks": callbacks})) == []
