"""A text between triple quotes is code that says the text and nothing else."""

from __future__ import annotations

import ast

import pytest

from specmend.generate.docstring import docstring, safe_text

LONG = "word " * 40

ROWS = [
    ("Words.", '"""Words."""'),
    ("  Words.\n", '"""Words."""'),
    ("a\nb", '"""\na\nb\n"""'),
    ("a\r\nb\rc", '"""\na\nb\nc\n"""'),
    ("a\n\tb\n  \tc", '"""\na\n    b\n    c\n"""'),
    ('ends with "', '"""\nends with "\n"""'),
    ("a\\d", '"""a\\\\d"""'),
    (LONG, f'"""\n{LONG.strip()}\n"""'),
    ("a\u202eb\u2066c\ud800", '"""abc"""'),
    ("", '""""""'),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_text_as_a_docstring(text: str, expected: str) -> None:
    assert docstring(text) == expected


HOSTILE = [
    '"""',
    'x"""\nimport os\n"""',
    "\\",
    '\\"""',
    '""""',
    "\x00\x07a",
    "{{ x }}",
    "é名\u200b",
]


@pytest.mark.parametrize("text", [*HOSTILE, *(text for text, _ in ROWS)])
def test_a_text_cannot_end_its_docstring(text: str) -> None:
    module = ast.parse(docstring(text))
    (statement,) = module.body
    assert isinstance(statement, ast.Expr)
    said = ast.literal_eval(statement.value)
    plain = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    assert (
        said.strip()
        == "".join(one for one in plain if one.isprintable() or one in "\n\u200b").strip()
    )


def test_a_safe_text_keeps_line_breaks_and_has_spaces_for_tabs() -> None:
    assert safe_text("\ta\n\x1bb") == "    a\nb"
