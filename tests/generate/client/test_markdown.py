"""Texts of a document stay the texts that they are on a Markdown page."""

from __future__ import annotations

import pytest

from specmend.generate.client.markdown import in_code_span, in_markdown, in_table_code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words with `code` and *stars*.", "Words with `code` and *stars*."),
        ("a < b, 1<2", "a < b, 1<2"),
        ("`<b>` and <b>x</b>", "`<b>` and &lt;b>x&lt;/b>"),
        ("a\n\n# b\n<script>", "a # b &lt;script>"),
        ("# a", "\\# a"),
        ("```\n# a", "\\``` # a"),
        ("<!-- a", "&lt;!-- a"),
        ("", ""),
    ],
)
def test_a_text_begins_no_block_and_no_tag(text: str, expected: str) -> None:
    assert in_markdown(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "cell"),
    [
        ("/pets/{id}", "/pets/{id}", "/pets/{id}"),
        ("/a|b`\n\n# c", "/a|b' # c", "/a\\|b' # c"),
    ],
)
def test_a_path_does_not_end_its_code(text: str, code: str, cell: str) -> None:
    assert in_code_span(text) == code
    assert in_table_code(text) == cell
