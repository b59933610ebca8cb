"""The last words of a program: its last lines, without colors, temporary paths and secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmend.generate.commands.words import last_words

FOLDER = Path("/tmp/specmend-1")  # noqa: S108  (only a name)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("", ""),
        ("\n \n", ""),
        ("one\n\ntwo\n", "one\ntwo"),
        ("".join(f"{n}\n" for n in range(20)), "\n".join(str(n) for n in range(8, 20))),
        ("\x1b[31mred\x1b[0m \x1b]8;;http://x\x07link\x1b]8;;\x07", "red link"),
        ("1 %\r50 %\rdone", "1 %\n50 %\ndone"),
        ("\tat x", "    at x"),
        ("in /tmp/specmend-1/run/inputs/openapi.yaml:3", "in openapi.yaml:3"),
        ("to /tmp/specmend-1/run/output and /tmp/specmend-1/home/x", "to . and home/x"),
        ("x" * 500, "x" * 158 + " …"),
    ],
)
def test_what_is_quoted(said: str, shown: str) -> None:
    assert last_words(said, FOLDER) == shown


def test_secrets_are_not_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOKEN", "s3cret")
    monkeypatch.setenv("SHORT", "on")
    said = last_words("no s3cret: on", FOLDER, ["TOKEN", "SHORT", "NOT_SET"])
    assert said == "no ***: on"


def test_the_whole_is_given_where_that_is_wanted() -> None:
    assert len(last_words("a\n" * 20, FOLDER, whole=True).splitlines()) == 20
