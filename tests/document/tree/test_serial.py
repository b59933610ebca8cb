"""Words are found in trees by their serial form."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.remembered import remembering
from specmend.document.tree.serial import may_hold


@pytest.mark.parametrize(
    ("tree", "word", "may"),
    [
        pytest.param({"a": [{"b": "see Pets here"}]}, "Pets", True, id="in a string"),
        pytest.param({"a": {"Pets": 1}}, "Pets", True, id="in a key"),
        pytest.param(["größer"], "größer", True, id="beyond ASCII"),
        pytest.param(["half \ud83d of it"], "\ud83d", True, id="half of a surrogate pair"),
        pytest.param({"a": ["Pet", "s"]}, "Pets", False, id="not over two strings"),
        pytest.param({}, "Pets", False, id="nothing"),
    ],
)
def test_a_word_is_found_wherever_a_tree_has_it(tree: Any, word: str, may: bool) -> None:
    assert may_hold(tree, [b"Cats", word.encode("utf-8", "surrogatepass")]) is may


def test_a_tree_that_was_looked_at_is_not_taken_for_another() -> None:
    with remembering():
        assert may_hold({"a": "Pets"}, [b"Pets"])
        assert not may_hold({"a": "Cats"}, [b"Pets"])
