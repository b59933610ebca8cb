"""Which change of a document a change of the package comes from, by their names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.review.changes import in_python, on_the_wire

from specmend.document.tree.values import MISSING, Tree
from specmend.review.links import linked

METHODS = {"GET /pets": "listPets", "POST /pets": "addPet", "DELETE /pets/{id}": "delete_pet"}
PET = "/components/schemas/Pet"

# The place on the wire · the place in the package · how it is linked.
LINKS = [
    (f"{PET}/properties/name/type", "models.Pet.name", "sure"),
    (f"{PET}/properties/birth-date", "models.Pet.birth_date", "sure"),
    (f"{PET}/properties/birthDate", "models.Pet.birth_date", "sure"),
    (f"{PET}/properties/name", "models.Vet.name", ""),
    (f"{PET}/properties/name", "models.Pet.age", "unsure"),
    (PET, "models.Pet", "sure"),
    (PET, "models.Vet", ""),
    (f"{PET}/properties/owner/properties/name", "models.PetOwner.name", "sure"),
    ("/components/schemas/pet-owner/properties/name", "models.PetOwner.name", "sure"),
    ("/paths/~1pets/get/parameters/query:limit", "client.Client.list_pets(limit)", "sure"),
    ("/paths/~1pets/get/parameters/query:limit", "client.Client.list_pets(page)", "unsure"),
    ("/paths/~1pets/get/parameters/query:limit", "client.Client.add_pet(limit)", ""),
    ("/paths/~1pets/get", "client.Client.list_pets", "sure"),
    ("/paths/~1pets", "client.Client.list_pets", "sure"),
    ("/paths/~1pets/get", "client.Client.add_pet", ""),
    ("/info/title", "models.Pet.name", ""),
]


@pytest.mark.parametrize(("wire", "package", "how"), LINKS)
def test_names_link_a_change_of_the_package_to_one_of_the_document(
    wire: str, package: str, how: str
) -> None:
    ((indexes, is_sure),) = linked(
        [on_the_wire("schema-type-changed", wire)], [in_python("field-gone", package)], METHODS
    )
    assert (indexes, is_sure) == ((0,) if how else (), how == "sure")


@pytest.mark.parametrize(
    ("id_", "in_package", "how"),
    [
        ("component-added", "name-new", "sure"),
        ("component-removed", "name-gone", "sure"),
        ("component-changed", "field-new", "sure"),
        ("schema-description-changed", "field-new", ""),
    ],
)
def test_an_unused_component_makes_its_class_and_a_text_makes_nothing(
    id_: str, in_package: str, how: str
) -> None:
    place = "models.Pet.name" if in_package == "field-new" else "models.Pet"
    found = linked([on_the_wire(id_, PET)], [in_python(in_package, place)], {})
    assert found == (((0,) if how else (), how == "sure"),)


@pytest.mark.parametrize(
    ("wire", "id_", "how"),
    [
        ("/paths/~1pets/get/responses/200/content", "result-replaced", "sure"),
        ("/paths/~1pets/get/responses/200/content", "member-gone", "unsure"),
        ("/paths/~1pets/get/requestBody", "result-replaced", "unsure"),
        ("/paths/~1pets/get/requestBody", "argument-gone", "sure"),
        ("/paths/~1pets/get/responses/200/content", "argument-gone", "unsure"),
    ],
)
def test_an_answer_is_the_result_of_a_call_and_a_body_its_arguments(
    wire: str, id_: str, how: str
) -> None:
    change = in_python(id_, "client.Client.list_pets")
    found = linked([on_the_wire("schema-type-changed", wire)], [change], METHODS)
    assert found == (((0,), how == "sure"),)


def test_a_required_property_and_a_renamed_argument_are_known_by_their_names() -> None:
    required = replace(on_the_wire("property-became-required", f"{PET}/required"), name="kind")
    enum = on_the_wire("schema-enum-value-removed", f"{PET}/properties/kind/enum")
    given = in_python("argument-now-required", "Client.add_pet(kind)", affects=("models.Pet.kind",))
    assert linked([required, enum], [given], METHODS) == (((0, 1), True),)
    renamed = in_python("argument-renamed", "Client.list_pets(limit)", after="max")
    for place in ("query:max", "header:max", "cookie:max", "path:max"):
        wire = on_the_wire("request-parameter-renamed", f"/paths/~1pets/get/parameters/{place}")
        assert linked([wire], [renamed], METHODS) == (((0,), True),)


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ("listPets", "findPets", "sure"),
        ("list_pets", "get-pets", "sure"),
        ("addPet", "createPet", ""),
        (MISSING, "listPets", "sure"),
        ("listPets", MISSING, "sure"),
    ],
)
def test_a_method_has_the_name_of_its_operation(before: Tree, after: Tree, how: str) -> None:
    place = "/paths/~1cats/get/operationId"
    wire = on_the_wire("operation-id-changed", place, subject="GET /cats")
    wire = replace(wire, before=before, after=after, affects=("GET /cats",))
    renamed = in_python("member-renamed", "Client.list_pets", after="client.find_pets(...)")
    assert linked([wire], [renamed], {"GET /cats": "other"}) == (((0,) if how else (), bool(how)),)


def test_the_surest_link_counts() -> None:
    wire = [
        on_the_wire("property-added", f"{PET}/properties/age"),
        on_the_wire("property-removed", f"{PET}/properties/name"),
    ]
    assert linked(wire, [in_python("field-gone", "models.Pet.name")], {}) == (((1,), True),)


def test_members_that_are_swapped_are_of_the_same_change() -> None:
    wire = [
        on_the_wire("properties-swapped", f"{PET}/properties/name"),
        on_the_wire("schema-type-changed", f"{PET}/properties/age/type"),
    ]
    names = ("models.Pet.name", "models.Pet.kind", "models.Pet.age", "models.Vet.kind")
    package = [in_python("field-replaced", name) for name in names]
    assert linked(wire, package, {}) == (((0,), True), ((0,), True), ((1,), True), ((), False))


def test_places_that_change_too_count() -> None:
    wire = [on_the_wire("property-added", f"{PET}/properties/age")]
    change = in_python("argument-new", "client.add_pet(age)", affects=("models.Pet.age",))
    assert linked(wire, [change], {}) == (((0,), True),)
