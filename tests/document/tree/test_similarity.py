"""Names that went are paired with names that came, by the leaves that their values share."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmend.document.tree.similarity import are_spelled_alike, jaccard, leaves_of, pair_up
from specmend.document.tree.values import Tree

PET = {"type": "object", "properties": {"name": {"type": "string"}, "tag": {"type": "string"}}}
CAT = {"type": "object", "properties": {"name": {"type": "string"}, "lives": {"type": "integer"}}}
BIRD = {"type": "array", "items": {"type": "number"}}
NAMES = st.dictionaries(st.sampled_from("abcd"), st.lists(st.integers(0, 3), max_size=4))


@pytest.mark.parametrize(
    ("removed", "added", "pairs"),
    [
        pytest.param({"Pet": PET}, {"Bird": BIRD}, {}, id="nothing in common"),
        pytest.param({}, {"Bird": BIRD}, {}, id="nothing removed"),
        pytest.param({"Pet": PET}, {"Animal": PET}, {"Pet": "Animal"}, id="the same"),
        pytest.param({"Pet": PET}, {"Cat": CAT}, {"Pet": "Cat"}, id="half of it"),
        pytest.param({"Pet": PET}, {"Cat": CAT, "P": PET}, {"Pet": "P"}, id="the likest wins"),
        pytest.param({"A": PET, "B": PET}, {"C": PET}, {"A": "C"}, id="each name once"),
        pytest.param(
            {"Pet": PET, "Bird": BIRD}, {"B": BIRD, "P": PET}, {"Pet": "P", "Bird": "B"}, id="both"
        ),
    ],
)
def test_the_likest_names_are_paired(
    removed: dict[str, Tree], added: dict[str, Tree], pairs: dict[str, str]
) -> None:
    assert pair_up(removed, added) == pairs


def test_votes_speak_for_a_pair_that_values_do_not() -> None:
    assert pair_up({"Pet": PET}, {"Bird": BIRD}, {("Pet", "Bird"): 0.4}) == {}
    assert pair_up({"Pet": PET}, {"Bird": BIRD}, {("Pet", "Bird"): 0.5}) == {"Pet": "Bird"}
    votes = {("Pet", "Bird"): 1.0}
    assert pair_up({"Pet": PET}, {"Cat": CAT, "Bird": BIRD}, votes) == {"Pet": "Bird"}


@pytest.mark.parametrize(
    ("value", "leaves"),
    [
        pytest.param({}, {"={}"}, id="empty"),
        pytest.param(1, {"=1"}, id="a leaf"),
        pytest.param({"a": {"b": 1, "c": "x"}}, {"/a/b=1", '/a/c="x"'}, id="keys"),
        pytest.param([1, 2], {"/=1", "/=2"}, id="the place in a list does not count"),
        pytest.param([[], {}], {"/=[]", "/={}"}, id="empty members"),
    ],
)
def test_the_leaves_of_a_value(value: Tree, leaves: set[str]) -> None:
    assert leaves_of(value) == leaves


@pytest.mark.parametrize(
    ("one", "other", "part"), [("ab", "ab", 1), ("ab", "cd", 0), ("ab", "bc", 1 / 3)]
)
def test_the_part_that_is_shared(one: str, other: str, part: float) -> None:
    assert jaccard(frozenset(one), frozenset(other)) == part


@given(NAMES, NAMES)
def test_each_name_is_paired_once_at_the_most(
    removed: dict[str, Tree], added: dict[str, Tree]
) -> None:
    pairs = pair_up(removed, added)
    assert set(pairs) <= set(removed)
    assert set(pairs.values()) <= set(added)
    assert len(set(pairs.values())) == len(pairs)
    same = {name: name for name in removed if removed[name]}
    assert pair_up(removed, removed).keys() >= same.keys()


@given(st.text("abc/", max_size=12), st.text("abc/", max_size=12), st.sampled_from((0.0, 0.7, 1.0)))
def test_texts_are_alike_by_the_letters_in_the_same_order(
    one: str, other: str, least: float
) -> None:
    ratio = SequenceMatcher(None, one, other).ratio()
    assert are_spelled_alike(one, other, least) == (ratio >= least)
