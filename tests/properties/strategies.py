"""Trees, addresses, edits and texts for the laws, drawn at random."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import yaml
from hypothesis import strategies as st

from specmend.document.text.reading.core_schema import resolve
from specmend.document.tree import values as trees
from specmend.document.tree.pointer import Address

WORDS = [
    "a",
    "b",
    "get",
    "$ref",
    "/p/{id}",
    "200",
    "yes",
    "null",
    "1:30",
    "x: y",
    "#c",
    "- d",
    "it's",
    '"q"',
    "é😀",
]
LINES = [
    "p\nq",
    "p\nq\n",
    "\np",
    " p\n q",
    "p\n\n",
    "p \n\tq",
    "#p\n- q\n",
    "\n",
    "p\r\nq",
    "p\u2028q",
]

words = st.one_of(st.sampled_from(WORDS), st.text(st.characters(codec="utf-8"), max_size=6))
# A writer of YAML 1.1 leaves keys like 0E0 plain, and other readers of 1.2 take them for numbers.
keys = words.filter(lambda word: word in WORDS or isinstance(resolve(word), str))
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(LINES),
    words,
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)
documents = st.dictionaries(keys, values, min_size=1, max_size=5)


def _block(tree: Any) -> str:
    return yaml.safe_dump(tree, sort_keys=False, allow_unicode=True)


def _quoted(tree: Any) -> str:
    return yaml.safe_dump(tree, sort_keys=False, allow_unicode=True, indent=4, default_style="'")


def _flow(tree: Any) -> str:
    return yaml.safe_dump(
        tree, sort_keys=False, allow_unicode=True, default_flow_style=True, width=40
    )


def _json(**layout: Any) -> Callable[[Any], str]:
    return lambda tree: json.dumps(tree, ensure_ascii=False, **layout)


FORMS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "block": ("yaml", _block),
    "commented": (
        "yaml",
        lambda tree: "# top\n" + _block(tree).replace(":\n", ": # why\n") + "# end\n",
    ),
    "quoted": ("yaml", _quoted),
    "carriage returns": ("yaml", lambda tree: _block(tree).replace("\n", "\r\n")),
    "byte order mark": ("yaml", lambda tree: "\ufeff---\n" + _block(tree)),
    "no final break": ("yaml", lambda tree: _block(tree).removesuffix("\n")),
    "flow": ("yaml", _flow),
    "json": ("json", _json(indent=2)),
    "tabs": ("json", _json(indent="\t")),
    "compact": ("json", _json(separators=(",", ":"))),
}


def below(tree: Any, above: Address = ()) -> list[Address]:
    """Every place under an address."""
    pairs = (
        tree.items()
        if isinstance(tree, dict)
        else enumerate(tree)
        if isinstance(tree, list)
        else ()
    )
    return [
        place
        for token, value in pairs
        for place in [(*above, token), *below(value, (*above, token))]
    ]


@st.composite
def addresses(draw: st.DrawFn, tree: Any) -> Address:
    """A place of a tree that is not its root."""
    return draw(st.sampled_from(list(below(tree))))


@st.composite
def edited_trees(draw: st.DrawFn, tree: Any) -> Any:
    """A tree after one to three edits of any kind."""
    for _ in range(draw(st.integers(1, 3))):
        places = list(below(tree))
        address = draw(st.sampled_from(places)) if places else ()
        tree = draw(st.sampled_from(EDITS))(draw, tree, address)
    return tree


def _set(draw: st.DrawFn, tree: Any, address: Address) -> Any:
    return trees.replace(tree, address, draw(values)) if address else tree


def _remove(_: st.DrawFn, tree: Any, address: Address) -> Any:
    return trees.remove(tree, [address]) if address else tree


def _rename(draw: st.DrawFn, tree: Any, address: Address) -> Any:
    name = draw(keys)
    free = address and isinstance(address[-1], str) and name not in trees.get(tree, address[:-1])
    return trees.rename_key(tree, address, name) if free else tree


def _insert(draw: st.DrawFn, tree: Any, address: Address) -> Any:
    """Insert into the collection that holds a place."""
    holder = address[:-1]
    parent, value = trees.get(tree, holder), draw(values)
    index = draw(st.integers(0, len(parent)))
    if isinstance(parent, list):
        return trees.replace(tree, holder, [*parent[:index], value, *parent[index:]])
    pairs, key = list(parent.items()), draw(keys.filter(lambda key: key not in parent))
    return trees.replace(tree, holder, dict([*pairs[:index], (key, value), *pairs[index:]]))


EDITS = [_set, _remove, _rename, _insert]
