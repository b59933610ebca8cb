"""The digest of a fact."""

from __future__ import annotations

from specmend.diff.cause import cause_of
from specmend.document.tree.values import MISSING


def test_a_cause_is_the_same_in_every_order_of_keys() -> None:
    one = cause_of("a-b", "/x", {"a": 1, "b": 2}, MISSING)
    assert one == cause_of("a-b", "/x", {"b": 2, "a": 1}, MISSING)
    assert len(one) == 12


def test_other_facts_have_other_causes() -> None:
    causes = {
        cause_of("a-b", "/x", 1, 2),
        cause_of("a-c", "/x", 1, 2),
        cause_of("a-b", "/y", 1, 2),
        cause_of("a-b", "/x", 2, 1),
        cause_of("a-b", "/x", None, 1),
        cause_of("a-b", "/x", MISSING, 1),
    }
    assert len(causes) == 6
