"""Members that came or went with all that held them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import api, entries, sent

T = {"type": "string"}
AB: Any = {"type": "object", "properties": {"a": T, "b": T}, "required": ["a", "b"]}
TWO = [{"name": name, "in": "query", "required": name == "a"} for name in "ab"]


def without(schema: Any, *keys: str) -> Any:
    return {key: value for key, value in schema.items() if key not in keys}


@pytest.mark.parametrize(
    ("old", "new", "level"),
    [
        (sent(AB), sent(without(AB, "required")), "info"),
        (sent(without(AB, "required")), sent(AB), "breaking"),
        (sent(AB), sent({"type": "object"}), "warning"),
        (api({"parameters": TWO}), api(), "warning"),
        # One of them is required: the entry is as bad as the worst part.
        (api(), api({"parameters": TWO}), "breaking"),
        (api({"tags": ["a", "b"]}), api(), "info"),
        (sent({"oneOf": [T, {"type": "object", "title": "O"}]}), sent({}), "info"),
    ],
)
def test_what_goes_together_is_one_entry(old: Any, new: Any, level: str) -> None:
    (entry,) = entries(old, new)
    assert entry.level == level


def test_its_words_name_every_member() -> None:
    (entry,) = entries(api({"parameters": TWO}), api())
    assert entry.words == "lost parameter `a` (query), lost parameter `b` (query)"


def test_members_of_a_list_that_stays_are_told_one_by_one() -> None:
    three = [*TWO, {"name": "c", "in": "query"}]
    assert len(entries(api({"parameters": three}), api({"parameters": three[:1]}))) == 2


@pytest.mark.parametrize("turned", [False, True])
def test_a_union_as_a_whole_has_words_of_its_own(turned: bool) -> None:
    branches = [{"required": ["a"]}, {"required": ["b"]}]
    pair = [sent({"type": "object"}), sent({"type": "object", "oneOf": branches})]
    (entry,) = entries(*(reversed(pair) if turned else pair))
    gone = "request need not be one of several schemas any more"
    assert entry.words == (gone if turned else "request must be one of several schemas now")
