"""What the rules for schemas need of the comparison: a comparison has all of it."""

from __future__ import annotations

from specmend.diff.compared import Compared
from specmend.diff.comparison import Comparison

S = ("components", "schemas", "S")


def test_a_comparison_is_what_the_rules_need() -> None:
    schemas = {"S": {"type": "string"}}
    compared: Compared = Comparison(
        {"components": {"schemas": schemas}}, {"components": {"schemas": {"S": {}}}}
    )
    assert compared.is_one(S, S)
    assert compared.is_known(S, S)
    assert not compared.say_the_same([S], [S])
    assert [delta.message for delta in compared.schemas([S], [S])] == [
        "is now anything, was string"
    ]
    assert compared.view(compared.old, [S]).word("type") == ["string"]
