"""A member that went and one that came, as one that has another name."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import api, entries, found, sent

T, J = {"type": "string"}, {"type": "integer"}


def of(**properties: Any) -> Any:
    return sent({"type": "object", "properties": properties})


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        (of(a=T), of(b=T), ["property-renamed"]),
        (of(a=T), of(b=J), ["property-removed", "property-added"]),
        (of(a=T, c=T), of(b=T, d=T), ["property-removed"] * 2 + ["property-added"] * 2),
        # Which of several it is, is told by what it says besides.
        (
            api({"parameters": [{"in": "path", "name": "a", "schema": T}]}),
            api({"parameters": [{"in": "query", "name": "c"}, {"in": "path", "schema": T}]}),
            ["request-parameter-renamed", "request-parameter-added"],
        ),
        (
            api({"parameters": [{"name": "a", "in": "query"}]}),
            api({"parameters": [{"name": "b", "in": "header"}]}),
            ["request-parameter-removed", "request-parameter-added"],
        ),
        (
            api({"tags": ["a"], "servers": [{"url": "a"}]}),
            api({"tags": ["b"], "servers": [{"url": "b"}]}),
            ["server-url-changed", "operation-tags-changed"],
        ),
    ],
)
def test_a_rename_is_one_entry(old: Any, new: Any, ids: list[str]) -> None:
    assert [row[0] for row in found(old, new)] == ids


def test_the_words_name_both() -> None:
    (entry,) = entries(of(a=T), of(b=T))
    assert entry.words == "request `b` is in place of `a`"
    assert (entry.before, entry.after) == (T, T)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (["a"], [], "request `b` is in place of `a`, and is not required any more"),
        ([], ["b"], "request `b` is in place of `a`, and is required now"),
        (["a"], ["b"], "request `b` is in place of `a`"),
    ],
)
def test_the_words_say_whether_it_is_required(old: Any, new: Any, words: str) -> None:
    one = sent({"properties": {"a": T}, "required": old})
    (entry,) = entries(one, sent({"properties": {"b": T}, "required": new}))
    assert (entry.id, entry.words) == ("property-renamed", words)


def test_a_component_with_another_name_is_told_once() -> None:
    refer = [{"$ref": "#/components/parameters/p"}]
    old, new = (
        api({"parameters": refer}, components={"parameters": {"p": {"name": name, "in": "query"}}})
        for name in ("a", "b")
    )
    assert found(old, new) == [("request-parameter-renamed", "breaking", "request")]
