"""Changes of a document and of its package, by cause."""

from __future__ import annotations

from dataclasses import replace

from tests.review.changes import in_python, on_the_wire

from specmend.review.causes import causes_of
from specmend.review.origins import Others

NAME = "/components/schemas/Pet/properties/name"
AGE = "/components/schemas/Pet/properties/age"


def test_nothing_has_no_cause() -> None:
    assert causes_of([], [], {}, Others()) == ()


def test_a_change_of_the_package_is_of_who_changed_the_document() -> None:
    wire = [on_the_wire("property-removed", NAME, by="step 0004")]
    (cause,) = causes_of(wire, [in_python("field-gone", "models.Pet.name")], {}, Others())
    assert (cause.by, [change.by for change in cause.package]) == ("step 0004", ["step 0004"])
    assert list(cause.wire) == wire


def test_a_renamed_property_is_one_cause() -> None:
    renamed = replace(on_the_wire("property-renamed", AGE), was=NAME)
    package = [in_python("field-gone", "models.Pet.name"), in_python("field-new", "models.Pet.age")]
    (cause,) = causes_of([renamed], package, {}, Others())
    (change,) = cause.package
    assert (change.id, change.by) == ("field-renamed", "upstream")
    assert change.words == "`models.Pet.name` is now called `models.Pet.age`"


def test_what_the_document_does_not_show_is_a_cause_of_its_own() -> None:
    wire = [on_the_wire("property-added", AGE)]
    package = [in_python("member-gone", "client.Client.close"), in_python("field-new", "Pet.age")]
    first, second = causes_of(wire, package, {}, Others(has_other_tools=True))
    assert (first.by, first.wire) == ("generator", ())
    assert (second.by, [change.id for change in second.package]) == ("upstream", ["field-new"])


def test_the_worst_cause_comes_first_and_python_before_the_wire() -> None:
    wire = [
        on_the_wire("property-added", AGE),
        on_the_wire("path-renamed", "/paths/~1pets"),
        on_the_wire("property-removed", NAME),
    ]
    package = [in_python("field-new", "Pet.age"), in_python("field-gone", "Pet.name")]
    found = causes_of(wire, package, {}, Others())
    assert [cause.wire[0].id for cause in found] == [
        "property-removed",
        "path-renamed",
        "property-added",
    ]


def test_a_change_that_two_made_joins_them() -> None:
    wire = [
        on_the_wire("schema-type-changed", f"{NAME}/type", by="upstream"),
        on_the_wire("schema-format-removed", f"{NAME}/format", by="step 0001"),
    ]
    (cause,) = causes_of(wire, [in_python("field-type", "models.Pet.name")], {}, Others())
    assert cause.by == "upstream and step 0001"
    assert [change.by for change in cause.package] == ["upstream and step 0001"]
