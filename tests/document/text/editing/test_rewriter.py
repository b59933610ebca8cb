"""Comments, block scalars, tags and quotes when a value changes; what cannot be is named."""

from __future__ import annotations

import pytest
from tests.document.text.edits import Edit, check, drop, insert, insert_key, nothing, put, rename

from specmend.document.text.document import parse_document
from specmend.document.text.editing.rewrite import rewrite
from specmend.errors import EditRefused

COMMENTS = (
    "# top\na: 1 # one\n# own\nb:  # bee\n  # inner\n  c: x # see\n  # tail\nd: # none\n# end\n"
)
ITEMS = "a: # list\n  # first\n  - x # ex\n  # second\n  - y\n  # last\nb: 1\n"
TEXTS = "a: |\n  one\n  two\n\n  three\nb: >-\n  f\n  g\nc: 1\n"
KEPT = "a: |+\n  one\n\n\nb: 1\n"
DEEP = "a:\n  - b: |2\n       lead\n      two\n    c: >1-\n     x\n     y\n  - |\n    z\n"
TAGS = "a: !!str 12\nb: !own x\nc: !!map\n  d: 1\ne: !!seq [1]\n"
QUOTES = "a: 'it''s'\nb: \"q\\\"\"\n'c': p\n\"d\": q\n"


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param(COMMENTS, nothing, COMMENTS, id="nothing to do"),
        pytest.param(
            COMMENTS, put("/a", 2), COMMENTS.replace("1 # one", "2 # one"), id="behind a scalar"
        ),
        pytest.param(
            COMMENTS,
            put("/a", {"p": 1}),
            COMMENTS.replace("a: 1 # one", "a: # one\n  p: 1"),
            id="to mapping",
        ),
        pytest.param(
            COMMENTS,
            put("/a", "p\nq\n"),
            COMMENTS.replace("1 # one", "| # one\n  p\n  q"),
            id="to block scalar",
        ),
        pytest.param(
            COMMENTS,
            put("/d", 1),
            COMMENTS.replace("d: #", "d: 1 #"),
            id="behind a key without a value",
        ),
        pytest.param(COMMENTS, put("/b/c", 1), COMMENTS.replace("x # see", "1 # see"), id="inside"),
        pytest.param(
            COMMENTS,
            put("/b/e", 1),
            COMMENTS.replace("see\n", "see\n  e: 1\n"),
            id="new key before the tail",
        ),
        pytest.param(
            COMMENTS,
            put("/b", 1),
            "# top\na: 1 # one\n# own\nb: 1  # bee\nd: # none\n# end\n",
            id="inside, and goes",
        ),
        pytest.param(
            COMMENTS,
            drop("/b"),
            "# top\na: 1 # one\n# own\nd: # none\n# end\n",
            id="above a removed key",
        ),
        pytest.param(
            COMMENTS,
            drop("/b/c"),
            COMMENTS.replace("b:  # bee\n  # inner\n  c: x # see\n  # tail", "b: {}  # bee"),
            id="of the last key",
        ),
        pytest.param(
            COMMENTS,
            insert_key("", 2, "n1", 0),
            COMMENTS.replace("d: #", "n1: 0\nd: #"),
            id="behind the tail",
        ),
        pytest.param(
            ITEMS,
            insert("/a", 0, "z"),
            ITEMS.replace("  - x", "  - z\n  - x"),
            id="list, insert in front",
        ),
        pytest.param(
            ITEMS, insert("/a", 2, "z"), ITEMS.replace("- y", "- y\n  - z"), id="list, append"
        ),
        pytest.param(ITEMS, drop("/a/0"), ITEMS.replace("  - x # ex\n", ""), id="list, remove"),
        pytest.param(ITEMS, put("/a", 1), "a: 1 # list\nb: 1\n", id="list to scalar"),
        pytest.param(
            ITEMS,
            put("/a/0", {"p": 1, "q": 2}),
            ITEMS.replace("x # ex", "p: 1 # ex\n    q: 2"),
            id="member",
        ),
        pytest.param(
            ITEMS,
            insert_key("", 1, "t", "p\nq\n"),
            ITEMS.replace("b: 1", "t: |\n  p\n  q\nb: 1"),
            id="list, tail",
        ),
    ],
)
def test_a_comment(before: str, edit: Edit, after: str) -> None:
    check(before, edit, after)


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param(TEXTS, nothing, TEXTS, id="nothing to do"),
        pytest.param(
            TEXTS, put("/a", "one\nTWO\n\nthree\n"), TEXTS.replace("two", "TWO"), id="a line"
        ),
        pytest.param(
            TEXTS, put("/a", "one\n"), TEXTS.replace("  two\n\n  three\n", ""), id="lines go"
        ),
        pytest.param(
            TEXTS, put("/a", "p\nq"), "a: |-\n  p\n  q\n" + TEXTS[TEXTS.index("b") :], id="stripped"
        ),
        pytest.param(TEXTS, put("/a", "p"), "a: p\n" + TEXTS[TEXTS.index("b") :], id="to one line"),
        pytest.param(TEXTS, put("/a", 5), "a: 5\n" + TEXTS[TEXTS.index("b") :], id="to a number"),
        pytest.param(
            TEXTS, put("/a", [1]), "a:\n  - 1\n" + TEXTS[TEXTS.index("b") :], id="to a list"
        ),
        pytest.param(
            TEXTS, put("/b", "p\nq"), TEXTS.replace(">-\n  f\n  g", "|-\n  p\n  q"), id="folded"
        ),
        pytest.param(TEXTS, drop("/a"), TEXTS[TEXTS.index("b") :], id="remove"),
        pytest.param(
            TEXTS,
            put("/c", "p \n\tq\n \nr"),
            TEXTS.replace("c: 1", "c: |-\n  p \n  \tq\n   \n  r"),
            id="white space",
        ),
        pytest.param(
            TEXTS,
            put("/c", " p\nq"),
            TEXTS.replace("c: 1", 'c: " p\\nq"'),
            id="begins with a space",
        ),
        pytest.param(
            TEXTS,
            put("/c", "\np"),
            TEXTS.replace("c: 1", 'c: "\\np"'),
            id="begins with an empty line",
        ),
        pytest.param(
            TEXTS,
            put("/c", "p\n\n"),
            TEXTS.replace("c: 1", 'c: "p\\n\\n"'),
            id="ends with an empty line",
        ),
        pytest.param(
            TEXTS, put("/c", "p\n\x07"), TEXTS.replace("c: 1", 'c: "p\\n\\u0007"'), id="unprintable"
        ),
        pytest.param(KEPT, put("/b", 2), KEPT.replace("1", "2"), id="kept blank lines, elsewhere"),
        pytest.param(KEPT, put("/a", "p"), "a: p\nb: 1\n", id="kept blank lines, to one line"),
        pytest.param(KEPT, drop("/a"), "b: 1\n", id="kept blank lines, remove"),
        pytest.param(
            KEPT, drop("/b"), "a: |+\n  one\n\n\n", id="kept blank lines, remove what follows"
        ),
        pytest.param(
            KEPT,
            insert_key("", 1, "c", 2),
            "a: |+\n  one\n\n\nc: 2\nb: 1\n",
            id="kept blank lines, insert",
        ),
        pytest.param(
            "a: |\n  x\n\n\nb: 1\n", drop("/a"), "\n\nb: 1\n", id="blank lines that follow stay"
        ),
        pytest.param(
            DEEP,
            put("/a/0/c", "x z"),
            DEEP.replace(">1-\n     x\n     y", "x z"),
            id="indentation indicator",
        ),
        pytest.param(
            DEEP,
            drop("/a/0/b"),
            DEEP.replace("b: |2\n       lead\n      two\n    ", ""),
            id="first key after a dash",
        ),
        pytest.param(
            DEEP, put("/a/1", "p\nq\n"), DEEP.replace("    z\n", "    p\n    q\n"), id="list member"
        ),
        pytest.param(
            "a: |\n      one\n      two\n",
            put("/a", "one\n2\n"),
            "a: |\n      one\n      2\n",
            id="own indentation",
        ),
        pytest.param(
            "a: |\r\n  x\r\n  y\r\nb: 1\r\n",
            put("/a", "x\nz\n"),
            "a: |\r\n  x\r\n  z\r\nb: 1\r\n",
            id="CRLF",
        ),
        pytest.param('a: "x"\n', put("/a", "p\nq"), 'a: "p\\nq"\n', id="lines where quotes stood"),
    ],
)
def test_a_block_scalar(before: str, edit: Edit, after: str) -> None:
    check(before, edit, after)


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param(TAGS, nothing, TAGS, id="nothing to do"),
        pytest.param(
            TAGS, put("/a", 5), TAGS.replace("!!str 12", "5"), id="a tag goes with its scalar"
        ),
        pytest.param(
            TAGS, put("/b", "z"), TAGS.replace("!own x", "z"), id="a tag of somebody's own"
        ),
        pytest.param(
            TAGS, put("/c/d", 2), TAGS.replace("d: 1", "d: 2"), id="a tag of a mapping stays"
        ),
        pytest.param(
            TAGS, put("/c", 2), TAGS.replace("!!map\n  d: 1", "2"), id="a tag goes with its mapping"
        ),
        pytest.param(
            TAGS, insert("/e", 1, 2), TAGS.replace("[1]", "[1, 2]"), id="a tag of a list stays"
        ),
        pytest.param(
            "a: &x # why\n  b: 1\n",
            put("/a/c", 2),
            "a: &x # why\n  b: 1\n  c: 2\n",
            id="comment after an anchor",
        ),
        pytest.param("a: &x\nb: 1\n", put("/a", 2), "a: 2\nb: 1\n", id="anchor of nothing"),
        pytest.param(
            "- &x\n  a: 1\n- 2\n", drop("/1"), "- &x\n  a: 1\n", id="anchor behind a dash"
        ),
        pytest.param(QUOTES, nothing, QUOTES, id="quotes"),
        pytest.param(
            QUOTES,
            put("/a", "we're"),
            QUOTES.replace("it", "we").replace("''s", "''re"),
            id="single quotes stay",
        ),
        pytest.param(
            QUOTES, put("/b", 'p"'), QUOTES.replace("q\\", "p\\"), id="double quotes stay"
        ),
        pytest.param(
            QUOTES,
            put("/a", "p\tq"),
            QUOTES.replace("'it''s'", '"p\\tq"'),
            id="single quotes that cannot stay",
        ),
        pytest.param(
            QUOTES,
            put("/b", True),
            QUOTES.replace('"q\\""', "true"),
            id="quotes go with the string",
        ),
        pytest.param(
            QUOTES,
            rename("/c", "e"),
            QUOTES.replace("'c'", "'e'"),
            id="single quotes of a key stay",
        ),
        pytest.param(
            QUOTES,
            rename("/d", "e"),
            QUOTES.replace('"d"', '"e"'),
            id="double quotes of a key stay",
        ),
        pytest.param(
            "😀: 😀 # é\nb: 1\n",
            put("/b", "😀"),
            "😀: 😀 # é\nb: 😀\n",
            id="beyond the basic plane",
        ),
        pytest.param(
            'a: "x\u2028\x85y"\nb: 1\n',
            put("/b", 2),
            'a: "x\u2028\x85y"\nb: 2\n',
            id="old line breaks, quoted",
        ),
        pytest.param(
            "a: x\u2028y\nb: 1\n", put("/b", 2), "a: x\u2028y\nb: 2\n", id="old line breaks, plain"
        ),
        pytest.param(
            "a: |\n  x\u2028y\nb: 1\n",
            put("/b", 2),
            "a: |\n  x\u2028y\nb: 2\n",
            id="old line breaks, block",
        ),
        pytest.param(
            "a: 1\n",
            put("/a", "x\u2028y"),
            'a: "x\\u2028y"\n',
            id="an old line break is written escaped",
        ),
        pytest.param("a: 1\nb: .nan\n", put("/a", 2), "a: 2\nb: .nan\n", id="not a number"),
    ],
)
def test_a_property_or_a_quote(before: str, edit: Edit, after: str) -> None:
    check(before, edit, after)


@pytest.mark.parametrize(
    ("text", "edit", "construct", "line", "column"),
    [
        pytest.param(
            "a: 1\nb:\n  <<: {c: 1}\n  d: 2\n",
            put("/b/d", 3),
            "a mapping with a merge key",
            3,
            3,
            id="merge",
        ),
        pytest.param(
            "a: 1\n? b\n: c\n",
            put("/b", 3),
            "a mapping with an explicit key",
            1,
            1,
            id="explicit key",
        ),
        pytest.param(
            "a: {? b : c}\n",
            put("/a/b", 3),
            "a mapping with an explicit key",
            1,
            4,
            id="explicit key in flow",
        ),
        pytest.param(
            "a: 1\rb: 2\n",
            put("/b", 3),
            "a line that ends in a carriage return alone",
            1,
            5,
            id="lone CR",
        ),
    ],
)
def test_what_cannot_be_edited_is_refused_by_name(
    text: str, edit: Edit, construct: str, line: int, column: int
) -> None:
    document = parse_document(text, "api.yaml")
    with pytest.raises(EditRefused) as caught:
        rewrite(document, edit(document.tree))
    [problem] = caught.value.problems
    assert problem.message.startswith(construct)
    assert problem.location == f"api.yaml:{line}:{column}"
    assert problem.advice
