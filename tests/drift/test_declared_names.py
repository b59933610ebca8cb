"""Tags and security schemes that are declared under another name by now."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.drift.declared_names import is_renamed
from specmend.matching.sayings import Saying

KEY = {"type": "apiKey", "name": "k", "in": "header"}
BEARER = {"type": "http", "scheme": "bearer"}

TAGS: list[tuple[Any, Any, bool]] = [
    # The tags that the document declared, those that it declares now, and whether `a` became `b`.
    ([{"name": "a"}], [{"name": "b"}], True),
    ([{"name": "a", "description": "A"}], [{"name": "b", "description": "B"}], True),
    ([{"name": "a"}, {"name": "b"}], [{"name": "b"}], False),
    ([{"name": "a"}], [{"name": "a"}, {"name": "b"}], False),
    ([], [{"name": "b"}], False),
    (None, ["b"], False),
]


@pytest.mark.parametrize(("was", "now", "expected"), TAGS)
def test_tags(was: Any, now: Any, expected: bool) -> None:
    said = [Saying(keyword="tags", value=name, at=("tags", 0)) for name in ("a", "b")]
    old, new = ({} if tags is None else {"tags": tags} for tags in (was, now))
    assert is_renamed(old, new, said[0], said[1]) is expected


SCHEMES: list[tuple[Any, Any, bool]] = [
    ({"a": KEY}, {"b": KEY}, True),
    ({"a": KEY}, {"b": {**KEY, "name": "token", "in": "query"}}, True),
    ({"a": KEY}, {"b": BEARER}, False),
    ({"a": KEY}, {"a": KEY, "b": KEY}, False),
    ({"a": KEY, "b": KEY}, {"b": KEY}, False),
    ({"a": KEY}, {"b": {"$ref": "#/components/securitySchemes/c"}, "c": KEY}, True),
    ({"a": KEY}, {}, False),
]


@pytest.mark.parametrize(("was", "now", "expected"), SCHEMES)
def test_security_schemes(was: Any, now: Any, expected: bool) -> None:
    old, new = ({"components": {"securitySchemes": schemes}} for schemes in (was, now))
    for way in ([], ["get"]):
        said = [requirement(way, {name: []}) for name in ("a", "b")]
        assert is_renamed(old, new, said[0], said[1]) is expected


def requirement(way: list[str], value: Any) -> Saying:
    """What is said of an operation, or of one inside of something."""
    return Saying(keyword="security", value=[*way, value] if way else value, at=("security", 0))


def test_several_schemes_at_once_have_no_name() -> None:
    schemes = {"components": {"securitySchemes": {"a": KEY}}}
    assert not is_renamed(
        schemes, schemes, requirement([], {}), requirement([], {"a": [], "b": []})
    )
