"""Commands that record steps can be pasted into a shell."""

from __future__ import annotations

import shlex
from typing import Any

import pytest

from specmend.steps.command import new_step_command, quoted

WORDS = [
    ("plain", "plain"),
    ("two words", "'two words'"),
    ("it's", '"it\'s"'),
    ("$.a['b']", "\"$.a['b']\""),
    ("", "''"),
    ("$['b']", "'$['\"'\"'b'\"'\"']'"),
    ("it's `date` $HOME \\ \" !", None),
    ("é 'ü'\n", None),
]


@pytest.mark.parametrize(("word", "text"), WORDS, ids=repr)
def test_a_word_is_read_by_a_shell_as_it_is(word: str, text: str | None) -> None:
    assert shlex.split(quoted(word)) == [word]
    assert text in {None, quoted(word)}


START = 'specmend new pets "A title" "$.paths[\'/a\']" '
ACTIONS: list[Any] = [
    ({"remove": True}, "--remove"),
    ({"update": {"a": "é"}}, """--update '{"a": "é"}'"""),
    ({"copy": "$.b"}, "--copy '$.b'"),
    ({"x-edit": {"name": "set-value"}}, """--edit '{"name": "set-value"}'"""),
]


@pytest.mark.parametrize(("action", "words"), ACTIONS, ids=str)
def test_a_command_has_all_that_the_step_needs(action: Any, words: str) -> None:
    made = new_step_command("pets", "A title", "$.paths['/a']", action, "Why it is so.")
    assert made == f'{START}{words} --reason "Why it is so."'
    assert shlex.split(made)[:5] == ["specmend", "new", "pets", "A title", "$.paths['/a']"]
