"""Docstrings of methods: the document's words, wrapped, never the end of their own string."""

from __future__ import annotations

import ast

import pytest

from specmend.generate.client.docstrings import write_docstring
from specmend.generate.client.records import Argument


def docstring(summary: object, description: object = "", *arguments: Argument) -> str:
    node = {"summary": summary, "description": description}
    return write_docstring(node, "GET", "/things", arguments)


def argument(name: str, description: str) -> Argument:
    return Argument(
        name=name,
        wire=name,
        annotation="str",
        required=True,
        in_="query",
        description=description,
    )


@pytest.mark.parametrize("nothing", ["", " \n", None, 7, ["a"]])
def test_without_words_the_request_line_speaks(nothing: object) -> None:
    assert docstring(nothing, nothing) == "Call GET /things.\n\n`GET /things`"


def test_the_first_line_of_a_description_stands_in_for_a_summary() -> None:
    assert (
        docstring("", "List things\n\nAll of them.")
        == "List things.\n\nAll of them.\n\n`GET /things`"
    )


def test_a_description_that_repeats_the_summary_is_left_out() -> None:
    assert docstring("List things.", "List things") == "List things.\n\n`GET /things`"


def test_arguments_are_explained_and_wrapped() -> None:
    text = docstring("List things", "", argument("how", "word " * 40), argument("silent", ""))
    assert "\n\nArgs:\n    how: word word" in text
    assert "silent" not in text
    assert max(map(len, text.splitlines())) <= 100


def test_no_words_end_the_string_they_stand_in() -> None:
    hostile = 'x""" + evil() + """ \\ \x00 \\N{BULLET} "'
    text = docstring(hostile, hostile, argument("a", hostile))
    parsed = ast.parse(f'"""{text}\n"""')
    assert len(parsed.body) == 1
    assert ast.get_docstring(parsed)
