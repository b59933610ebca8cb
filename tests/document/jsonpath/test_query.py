"""The segments that count their steps select what the library's own do, in the same order."""

from __future__ import annotations

from typing import Any

import jsonpath_rfc9535
import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmend.document.jsonpath.select import select

NAMES = st.sampled_from(["a", "b", "c", "", "é"])
TREES = st.recursive(
    st.none() | st.integers(0, 3) | st.sampled_from(["a", "x"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)
QUERIES = [
    "$", "$.a", "$.a.b", "$['a']['b']", "$..a", "$..a..b", "$..a.b", "$.a..b", "$..['a','b']",
    "$..*", "$.*", "$..[0]",
    "$[0]..a", "$..a[0]", "$..[?@.a]", "$..[?@..a]", "$.a[?@.b == 1]", "$..['']", "$..é", "$.*..a",
    "$..a.*",
    "$[?count($..a) > 1]", "$..a[1:]", "$..[?@ == 'a']",
    "$..[?@.a == 'x']", "$..[?null == @.a]", "$..[?@.a != 1]", "$..[?@.a < 2]", "$..[?@.a == @.b]",
    "$..[?!@.a]", "$..[?@.a && @['b'] == 1]", "$..[?@.a || @.b]", "$..[?@.a || @ == 1]",
    "$..[?@.a.b]", "$..[?@[0] == 1]", "$..[?@.a == $.a]", "$[?value(@.a) == 1]",
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
@given(tree=TREES)
def test_what_is_selected_is_what_the_library_selects(query: str, tree: Any) -> None:
    found = [node.location for node in jsonpath_rfc9535.find(query, tree)]
    assert list(select(query, tree)) == list(dict.fromkeys(found))
