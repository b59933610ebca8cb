"""What is said of each key: how it travels, and where to."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.client.key_notes import in_init_note, key_notes, needs_of, way_of
from specmend.generate.client.security import Scheme, Security, read_security


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ({"kind": "key", "wire": "X-Key"}, "sent in the header `X-Key`"),
        ({"kind": "key", "place": "query", "wire": "key"}, "sent in the query as `key`"),
        ({"kind": "key", "place": "cookie", "wire": "sid"}, "sent as the cookie `sid`"),
        ({"kind": "bearer"}, "sent as a bearer token"),
        ({"kind": "token"}, "sent as a bearer token"),
    ],
)
def test_ways(words: dict[str, Any], way: str) -> None:
    assert way_of(Scheme(name="k", **words)) == way


@pytest.mark.parametrize(("kind", "word"), [("basic", "pair"), ("http", "whole credentials")])
def test_ways_of_credentials(kind: str, word: str) -> None:
    assert word in way_of(Scheme(name="k", kind=kind))


def test_notes() -> None:
    scheme = Scheme(
        name="k",
        kind="key",
        argument="own",
        wire="X-Key",
        description="From your\naccount\n\nMore",
        deprecated=True,
    )
    notes = dict(key_notes(Security(schemes={"k": scheme}, single="k")))
    assert notes["api_key"] == "Another name for `own`, the one key of this API."
    assert notes["own"].startswith(
        "Sent in the header `X-Key`. Deprecated by the API. From your account. "
    )
    named = Security(schemes={"k": Scheme(name="k", kind="key", argument="api_key")}, single="k")
    assert [name for name, _ in key_notes(named)] == ["api_key"]
    assert list(key_notes(Security())) == []


SCHEMES = {
    "k": {"type": "oauth2"},
    "b": {"type": "http", "scheme": "basic"},
    "m": {"type": "mutualTLS"},
}


@pytest.mark.parametrize(
    ("root", "own", "needs"),
    [
        ([{"k": []}, {"b": []}], None, ""),
        ([{"k": ["read"]}], None, "Needs `k` (read)."),
        ([{"k": []}], [{"k": ["read", "write"], "b": []}], "Needs `k` (read, write) and `b`."),
        ([{"k": []}], [{"b": []}, {"k": []}, {"b": []}], "Needs `b`, or `k`."),
        ([{"k": []}], [{"b": []}, {}], "Needs `b`, or no key."),
        ([{"k": []}], [], "Needs no key."),
        ([{"k": []}], [{"m": []}], "Needs no key."),
        ([{"k": []}], [{"m": []}, {"b": []}], "Needs `b`."),
    ],
)
def test_what_an_operation_needs(root: Any, own: Any, needs: str) -> None:
    node: dict[str, Any] = {} if own is None else {"security": own}
    paths = {"/a": {"get": node}, "/b": {"get": {}}, "/c": {"get": {"security": [{"b": []}]}}}
    tree = {"security": root, "paths": paths, "components": {"securitySchemes": SCHEMES}}
    assert needs_of(read_security(tree), tree, node) == needs


def test_a_document_without_schemes_has_no_word_of_them() -> None:
    assert needs_of(Security(), {}, {}) == ""


def test_a_note_in_a_docstring_has_short_lines_and_cannot_end_it() -> None:
    lines = in_init_note(("k", 'word """ ' * 40)).splitlines()
    assert max(map(len, lines)) <= 108
    assert all(line.startswith(" " * 12) for line in lines[1:])
    assert '"""' not in "".join(lines).replace('\\"\\"\\"', "")
