"""What reading operations notes on the way, and how types are written there."""

from __future__ import annotations

import pytest
from tests.generate.client.reading import of_schemas, reader_of

from specmend.generate.client.reader import Reader
from specmend.generate.types.fields import FieldReader
from specmend.generate.types.kinds import OCTETS, TEXT, Bounded, Many, Model, OneOf, Scalar, Type
from specmend.generate.types.read import TypeReader

POSITIVE = Bounded(inner=Scalar(name="int"), bounds=(("minimum", 1),))
PETS = OneOf(
    members=(Model(name="Cat"), Model(name="Dog")),
    tag="kind",
    tags=(("cat", "Cat"), ("dog", "Dog")),
)


def test_faults_and_warnings_are_kept_in_order_each_by_itself() -> None:
    reader = reader_of(of_schemas())
    reader.fault("LINK", "/a", "no")
    reader.warn("GET", "/c", "without", "parameters", "query", "q")
    reader.fault("QUERY", "/b", "")
    assert reader.faults == [
        {"method": "LINK", "path": "/a", "words": "no", "at": []},
        {"method": "QUERY", "path": "/b", "words": "", "at": []},
    ]
    at = ["parameters", "query", "q"]
    assert reader.warnings == [{"method": "GET", "path": "/c", "words": "without", "at": at}]


def test_every_reader_has_lists_of_its_own() -> None:
    one, other = (reader_of(of_schemas()) for _ in range(2))
    one.fault("GET", "/a", "no")
    assert other.faults == []


@pytest.mark.parametrize(
    ("kind", "received", "given", "checked"),
    [
        (TEXT, "str", "str", "str"),
        (OCTETS, "bytes", "bytes", "bytes"),
        (Many(item=TEXT), "_list[str]", "Sequence[str]", "list[str]"),
        (Model(name="Pet"), "Pet", "Pet | dict[str, Any]", "Pet"),
        (POSITIVE, "int", "int", "Annotated[int, Field(ge=1)]"),
        (
            PETS,
            "Cat | Dog",
            "Cat | dict[str, Any] | Dog",
            'Annotated[Cat | Dog, Tagged("kind", ("cat", "Cat"), ("dog", "Dog"))]',
        ),
    ],
)
def test_a_type_is_written_for_its_place(
    kind: Type, received: str, given: str, checked: str
) -> None:
    types = TypeReader(of_schemas())
    reader = Reader(types=types, fields=FieldReader(types), hidden={"list"})
    assert reader.received(kind) == received
    assert reader.given(kind) == given
    assert reader.checked(kind) == checked


def test_octets_of_a_form_of_parts_are_an_upload() -> None:
    reader = reader_of(of_schemas())
    assert reader.given(Many(item=OCTETS), upload=True) == "Sequence[Upload]"
