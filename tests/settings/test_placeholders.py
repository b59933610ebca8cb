"""Placeholders of commands: what is filled in, what is wrong, and braces themselves."""

from __future__ import annotations

import pytest

from specmend.settings.placeholders import IN_COMMAND, fill, names_in, wrong_braces

VALUES = {"document": "/d.yaml", "output": "/out"}


@pytest.mark.parametrize(
    ("argument", "filled"),
    [
        ("--plain", "--plain"),
        ("", ""),
        ("{document}", "/d.yaml"),
        ("--to={output}/a b;rm", "--to=/out/a b;rm"),
        ("{document}{output}", "/d.yaml/out"),
        ('{{"a": "{output}"}}', '{"a": "/out"}'),
        ("{{document}}", "{document}"),
        ("{{{document}}}", "{/d.yaml}"),
        ("${{HOME}}", "${HOME}"),
    ],
)
def test_placeholders_are_filled_in_and_nothing_else(argument: str, filled: str) -> None:
    assert not list(wrong_braces(argument, IN_COMMAND))
    assert fill(argument, VALUES) == filled


@pytest.mark.parametrize(
    ("argument", "wrong"),
    [
        ("{docment}", ["{docment}"]),
        ("{}", ["{}"]),
        ("{Document}", ["{Document}"]),
        ("{document", ["{"]),
        ("a}b", ["}"]),
        ('{"a": 1}', ['{"a": 1}']),
        ("${HOME}", ["{HOME}"]),
        ("{a}{document}{b}", ["{a}", "{b}"]),
    ],
)
def test_what_is_in_braces_must_be_known(argument: str, wrong: list[str]) -> None:
    assert list(wrong_braces(argument, IN_COMMAND)) == wrong


def test_the_names_of_an_argument() -> None:
    assert names_in("{{x}}{header}/{project}") == {"header", "project"}


def test_a_version_has_fewer_placeholders() -> None:
    assert list(wrong_braces("{project}/{document}", ("project",))) == ["{document}"]
