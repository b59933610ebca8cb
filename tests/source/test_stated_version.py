"""The version that a document states, in JSON and YAML, wherever it stands."""

from __future__ import annotations

import pytest

from specmend.source.stated_version import stated_version

YAML = [
    ('openapi: 3.1.0\ninfo: {title: Pets, version: "1.0"}\n', "1.0"),
    ("info:\n  title: Pets\n  version: 1.10\n", "1.10"),
    ("paths:\n  /a: {get: {info: {version: 9}}}\ninfo: {version: 2}\n", "2"),
    ("# words\n---\ninfo:\n  x: [1, {version: 9}]\n  contact: {version: 8}\n  version: v3\n", "v3"),
    ("? [a, b]\n: {info: 1}\n? {version: 1}\n: x\ninfo: {version: 4}\n", "4"),
    ("x: &a {version: 5}\ninfo: *a\n", ""),
    ("x: &a 5\ninfo: {version: *a}\n", ""),
    ("info: {title: Pets}\n", ""),
    ("info: 1\n", ""),
    ("info: {version: [1]}\n", ""),
    ("- info\n", ""),
    ("text", ""),
    ("", ""),
    ("info: {version: 1", "1"),
    ("a: [", ""),
    ("\ufeffinfo: {version: 1}\n", "1"),
    ('{"info": {"version": "1.2.3"}}', "1.2.3"),
    ("info: {version: " + "1" * 60 + "}\n", "1" * 39 + "…"),
]
JSON = [
    ('{"openapi": "3.1.0", "info": {"title": "Pets", "version": "1.0"}}', "1.0"),
    ('{"paths": {"/a": {"info": {"version": 9}}}, "info": {"version": 2.5}}', "2.5"),
    ('{"info": {"title": "Pets"}}', ""),
    ('{"info": {"version": null}}', ""),
    ('{"info": 1}', ""),
    ('{"info"', ""),
    ("[]", ""),
    ("", ""),
    ("[" * 100_000, ""),
]


@pytest.mark.parametrize(("text", "version"), YAML)
def test_a_version_in_yaml(text: str, version: str) -> None:
    assert stated_version(text.encode(), ".yaml") == version


@pytest.mark.parametrize(("text", "version"), JSON)
def test_a_version_in_json(text: str, version: str) -> None:
    assert stated_version(text.encode(), ".json") == version


def test_what_comes_after_the_version_in_yaml_is_not_read() -> None:
    assert stated_version(b"info: {version: 1}\npaths: }{", ".yaml") == "1"
