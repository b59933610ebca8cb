"""What went and what came is one change where the document has it under another name."""

from __future__ import annotations

import pytest
from tests.review.changes import in_python, on_the_wire

from specmend.review.renames import with_renames

RENAMED = on_the_wire("property-renamed")
REMOVED = on_the_wire("property-removed")


@pytest.mark.parametrize(
    ("wire", "package", "expected"),
    [
        # Nothing says that it is one thing.
        ([], ["field-gone a.b", "field-new a.c"], ["field-gone a.b", "field-new a.c"]),
        ([REMOVED], ["field-gone a.b", "field-new a.c"], ["field-gone a.b", "field-new a.c"]),
        ([RENAMED], ["field-gone a.b"], ["field-gone a.b"]),
        ([RENAMED], ["field-new a.c"], ["field-new a.c"]),
        # It is.
        ([RENAMED], ["field-gone a.b", "field-new a.c"], ["field-renamed a.b"]),
        ([RENAMED], ["field-new a.c", "field-gone a.b"], ["field-renamed a.b"]),
        ([RENAMED], ["member-gone a.b", "member-new a.c"], ["member-renamed a.b"]),
        ([RENAMED], ["name-gone A", "name-new B"], ["name-renamed A"]),
        (
            [RENAMED],
            ["field-gone a.b", "field-new a.c", "argument-type f(b)"],
            ["field-renamed a.b", "argument-type f(b)"],
        ),
        # Several may be it.
        (
            [RENAMED],
            ["field-gone a.b", "field-new a.c", "field-new a.d"],
            ["field-gone a.b", "field-new a.c", "field-new a.d"],
        ),
        (
            [RENAMED, RENAMED],
            ["field-gone a.b", "field-new a.c"],
            ["field-gone a.b", "field-new a.c"],
        ),
        ([RENAMED], ["field-gone a.b", "member-new a.c"], ["field-gone a.b", "member-new a.c"]),
    ],
)
def test_names_are_put_together_where_the_document_says_so(
    wire: list[object], package: list[str], expected: list[str]
) -> None:
    changes = [in_python(*text.split()) for text in package]
    documents = [one for one in wire if isinstance(one, type(RENAMED))]
    found = [f"{change.id} {change.place}" for change in with_renames(changes, documents)]
    assert found == expected


def test_users_read_what_to_write() -> None:
    changes = [
        in_python("field-gone", "models.Pet.kind"),
        in_python("field-new", "models.Pet.sort"),
    ]
    (change,) = with_renames(changes, [RENAMED])
    assert (change.level, change.breaks, change.after) == (
        "breaking",
        "run-time",
        "models.Pet.sort",
    )
    assert change.instead == "write `models.Pet.sort` for `kind`"
