"""Text reserialized: every construct that is refused in place; format, breaks and mark stay."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.document.text.edits import Edit, both, drop, insert_key, nothing, put, rename
from tests.properties.strategies import FORMS, documents, edited_trees

from specmend.document.text.document import parse_document
from specmend.document.text.editing.reserialize import reserialize, reserialized_notice
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.tree.values import identical
from specmend.errors import EditRefused

PLAIN = "a: 1\nb:\n  - x\n  - c: |\n      p\n      q\n"
MERGED = "a: 1 # one\nb:\n  <<: {c: 1}\n  d: 2\n"
SHARED = "a: &x\n  c: 1\nb:\n  <<: *x\n  d: 2\n"
LONG = "k" * 2000
KEYS = f"? {LONG}\n: {{a: 1}}\nz: 2\n"
OLD_MAC = '{\r\t"a": {\r\t\t"b": [1, "x\\ry"]\r\t}\r}\r'


@pytest.mark.parametrize(
    ("before", "edit", "after", "name"),
    [
        pytest.param(PLAIN, nothing, PLAIN, "api.yaml", id="nothing to do"),
        pytest.param(
            '{\n  "a": 1\n}\n', nothing, '{\n  "a": 1\n}\n', "api.json", id="nothing to do, JSON"
        ),
        pytest.param(
            MERGED, put("/b/d", 3), "a: 1\nb:\n  c: 1\n  d: 3\n", "api.yaml", id="a merge key"
        ),
        pytest.param(
            MERGED, drop("/b/c"), "a: 1\nb:\n  d: 2\n", "api.yaml", id="a merged key goes"
        ),
        pytest.param(
            SHARED,
            put("/a/c", 2),
            "a:\n  c: 2\nb:\n  c: 1\n  d: 2\n",
            "api.yaml",
            id="a merged anchor changes",
        ),
        pytest.param(
            "a: 1\n? b\n: c\n", put("/b", 3), "a: 1\nb: 3\n", "api.yaml", id="an explicit key"
        ),
        pytest.param(
            "a: {? b : c}\n",
            put("/a/b", 3),
            "a:\n  b: 3\n",
            "api.yaml",
            id="an explicit key in flow",
        ),
        pytest.param(
            KEYS,
            put("/z", 3),
            f"? {LONG}\n:\n  a: 1\nz: 3\n",
            "api.yaml",
            id="a key that must be explicit",
        ),
        pytest.param(
            "a: 1\rb:\r    c: 2\r",
            put("/b/c", 3),
            "a: 1\nb:\n    c: 3\n",
            "api.yaml",
            id="lone carriage returns",
        ),
        pytest.param(
            "a: 1\r\nb:\r  - 2\r\n",
            put("/a", "p\nq\n"),
            "a: |\r\n  p\r\n  q\r\nb:\r\n  - 2\r\n",
            "api.yaml",
            id="CRLF",
        ),
        pytest.param(
            OLD_MAC,
            put("/a/b/0", 2),
            '{\n\t"a": {\n\t\t"b": [\n\t\t\t2,\n\t\t\t"x\\ry"\n\t\t]\n\t}\n}\n',
            "api.json",
            id="lone carriage returns, JSON",
        ),
        pytest.param(
            '{"a":1,\r"b":2}', put("/b", 3), '{"a":1,"b":3}', "api.json", id="compact JSON"
        ),
        pytest.param(
            "\ufeff? a\n: 1\n", put("/a", 2), "\ufeffa: 2\n", "api.yaml", id="byte order mark"
        ),
        pytest.param(
            "- ? a\n  : 1\n", put("/0/a", [[1]]), "- a:\n    - - 1\n", "api.yaml", id="a list"
        ),
        pytest.param(
            "? a\n: !!str 12\n'200': 'x: y'\n",
            put("/a", "yes"),
            "a: 'yes'\n'200': 'x: y'\n",
            "api.yaml",
            id="tags go, quotes stay",
        ),
        pytest.param(
            MERGED,
            both(rename("/b", "<<"), insert_key("", 0, "m", {})),
            'm: {}\na: 1\n"<<":\n  c: 1\n  d: 2\n',
            "api.yaml",
            id="other keys",
        ),
        pytest.param(
            MERGED, lambda _: "p\nq", '"p\\nq"\n', "api.yaml", id="the root becomes a text"
        ),
    ],
)
def test_a_document_is_written_anew(before: str, edit: Edit, after: str, name: str) -> None:
    document = parse_document(before, name)
    tree = edit(document.tree)
    made = reserialize(document, tree)
    assert made.encode().decode() == after
    assert identical(made.tree, tree)
    assert (made.name, made.format, made.bom) == (document.name, document.format, document.bom)
    assert reserialize(made, tree).encode() == made.encode()


@pytest.mark.parametrize(
    ("text", "edit", "name"),
    [
        ("? a\n: 1\n", put("/a", "\ud83d"), "api.yaml"),
        ('{"a":\r1}', put("/a", float("nan")), "api.json"),
    ],
)
def test_what_no_text_can_say_is_refused_with_its_place(text: str, edit: Edit, name: str) -> None:
    document = parse_document(text, name)
    with pytest.raises(EditRefused, match="the document cannot be serialized again") as caught:
        reserialize(document, edit(document.tree))
    [problem] = caught.value.problems
    assert problem.location.startswith(f"{name}:1:")
    assert problem.found
    assert problem.advice


def test_a_person_is_told_of_the_construct_and_its_line() -> None:
    document = parse_document(MERGED, "api.yaml")
    with pytest.raises(EditRefused) as caught:
        rewrite(document, put("/b/d", 3)(document.tree))
    told = reserialized_notice(caught.value)
    assert told.location == "api.yaml:3:3"
    assert told.message.startswith(
        "a mapping with a merge key (<<) cannot be edited in place, so the whole document"
    )


@settings(deadline=None)
@given(st.data(), documents, st.sampled_from(sorted(FORMS)))
def test_any_document_of_any_layout_says_any_tree(
    data: st.DataObject, tree: Any, form: str
) -> None:
    name, write = FORMS[form]
    document = parse_document(write(tree), f"api.{name}")
    meant = data.draw(edited_trees(document.tree))
    made = reserialize(document, meant)
    assert identical(made.tree, meant)
    assert made.newline == document.newline or "\n" not in made.text
