"""Types are written as annotations: for arguments, for answers and for models."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.generate.types.kinds import (
    ANY,
    NONE,
    OCTETS,
    TEXT,
    Bounded,
    Choice,
    Many,
    Map,
    Model,
    OneOf,
    Recursive,
    Row,
    Scalar,
    Type,
)
from specmend.generate.types.write import Writer, in_literal, literal, quoted

PET, OWNER = Model(name="Pet"), Model(name="Owner")
DAY = Scalar(name="datetime.date")
TOLD = OneOf(members=(PET, OWNER), tag="kind", tags=(("p", "Pet"), ("o", "Owner")))
SHORT = Bounded(inner=TEXT, bounds=(("minLength", 1), ("maxLength", 3)))

ROWS: list[tuple[Type, dict[str, Any], str]] = [
    (TEXT, {}, "str"),
    (ANY, {}, "Any"),
    (DAY, {}, "datetime.date"),
    (Choice(values=("a", 1, True)), {}, 'Literal["a", 1, True]'),
    (Choice(values=("a", "b"), name="State"), {}, "State"),
    (Recursive(name="Tree"), {}, "Tree"),
    (Many(item=TEXT), {}, "list[str]"),
    (Many(item=TEXT), {"given": True}, "Sequence[str]"),
    (Row(items=(TEXT, PET)), {}, "tuple[str, Pet]"),
    (Map(value=ANY), {}, "dict[str, Any]"),
    (PET, {}, "Pet"),
    (PET, {"given": True}, "Pet | dict[str, Any]"),
    (OneOf(members=(PET, OWNER)), {"given": True}, "Pet | dict[str, Any] | Owner"),
    (OneOf(members=(TEXT, NONE)), {}, "str | None"),
    (OneOf(members=(OneOf(members=(TEXT, NONE)), PET)), {}, "str | Pet | None"),
    (OCTETS, {}, "bytes"),
    (OCTETS, {"upload": True}, "Upload"),
    (Many(item=OCTETS), {"given": True, "upload": True}, "Sequence[Upload]"),
    # Bounds and tags are for validators.
    (SHORT, {}, "str"),
    (SHORT, {"checked": True}, "Annotated[str, Field(min_length=1, max_length=3)]"),
    (
        Bounded(inner=Scalar(name="int"), bounds=(("exclusiveMinimum", 0), ("multipleOf", 5))),
        {"checked": True},
        "Annotated[int, Field(gt=0, multiple_of=5)]",
    ),
    (TOLD, {}, "Pet | Owner"),
    (
        TOLD,
        {"checked": True},
        'Annotated[Pet | Owner, Tagged("kind", ("p", "Pet"), ("o", "Owner"))]',
    ),
    (
        OneOf(members=(TOLD, NONE)),
        {"checked": True},
        'Annotated[Pet | Owner, Tagged("kind", ("p", "Pet"), ("o", "Owner"))] | None',
    ),
    # Names that mean something else at the place.
    (Map(value=TEXT), {"hidden": ("dict",)}, "_dict[str, str]"),
    (Map(value=TEXT), {"hidden": ("str", "dict")}, "_dict[_str, _str]"),
    (Many(item=DAY), {"hidden": ("list", "datetime")}, "_list[_datetime.date]"),
    (PET, {"hidden": ("dict", "str"), "given": True}, "Pet | _dict[_str, Any]"),
    (Row(items=(TEXT,)), {"hidden": ("tuple",)}, "_tuple[str]"),
]


@pytest.mark.parametrize(("kind", "words", "expected"), ROWS)
def test_a_type_as_an_annotation(kind: Type, words: dict[str, Any], expected: str) -> None:
    assert Writer(**words).write(kind) == expected


TEXTS = [
    "a",
    'a "b"',
    "a\\b",
    "a\nb",
    "é名",
    "\u200b",
    "\x7f",
    "\U0001f600",
    "\u2028",
    "a\tb",
    "\ud800",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_code_of_one_printable_line(text: str) -> None:
    code = quoted(text)
    assert eval(code) == text  # noqa: S307 - our own code
    assert code.isprintable()
    assert code == f'"{in_literal(text)}"'


def test_a_literal_type_of_values() -> None:
    assert literal(["a", 1, False]) == 'Literal["a", 1, False]'
