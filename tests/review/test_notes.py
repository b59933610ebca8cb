"""What users are told of the next version."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.review.changes import in_python, on_the_wire

from specmend.review.causes import causes_of
from specmend.review.notes import notes_of
from specmend.review.origins import Others
from specmend.review.records import Cause, Notes

HEADINGS = ("removed", "changed", "added", "deprecated", "fixed")
NAME = "/components/schemas/Pet/properties/name"
AGE = "/components/schemas/Pet/properties/age"


# The id · the place · the heading · the sentence.
KINDS = [
    ("name-gone", "Pet", "removed", "`Pet` no longer exists."),
    ("field-not-sent", "Pet.name", "removed", "`Pet.name` no longer exists: leave `name` out."),
    ("argument-gone", "f(b)", "removed", "`f(b)` no longer takes `b`: leave `b` out."),
    ("path-gone", "a.b", "changed", "`str` no longer exists; it is `int`: import it as `int`."),
    ("now-async", "f", "changed", "`f` has to be awaited now: write `await` before the call."),
    ("field-choice-gone", "Pet.kind", "changed", "`Pet.kind` no longer takes str."),
    ("field-type", "Pet.name", "changed", "`Pet.name` is `int` now; it was `str`."),
    ("argument-moved", "f(b)", "changed", "The argument `b` of `f(b)` has another place"),
    ("field-choice-new", "Pet.kind", "added", "`Pet.kind` can be int too."),
    ("member-new", "client.feed", "added", "`client.feed` is new."),
    ("argument-now-optional", "f(b)", "added", "The argument `b` of `f(b)` can be left out now."),
    ("deprecated", "client.feed", "deprecated", "`client.feed` is deprecated."),
    ("deprecated-overload", "f", "deprecated", "`f` is deprecated where it is called as int."),
    ("type-choice-lost", "models.Kind", "changed", "The type `models.Kind` is no longer str."),
    ("keys-now-optional", "Pet", "added", "Pet of `Pet` can be left out now."),
    ("field-always-there", "Pet.name", "fixed", "`Pet.name` is always there now."),
]


@pytest.mark.parametrize(("id_", "place", "heading", "sentence"), KINDS)
def test_each_kind_has_its_heading(id_: str, place: str, heading: str, sentence: str) -> None:
    causes = [Cause(by="upstream", package=(in_python(id_, place),))]
    notes = notes_of(causes, (), has_package=True)
    (told,) = getattr(notes, heading)
    assert told.startswith(sentence)
    assert sum(map(len, (getattr(notes, name) for name in HEADINGS))) == 1


def test_nothing_has_no_notes() -> None:
    assert notes_of((), (), has_package=True) == Notes()


def test_a_rename_has_the_old_and_the_new_name() -> None:
    renamed = replace(on_the_wire("property-renamed", AGE), was=NAME)
    package = [in_python("field-gone", "models.Pet.name"), in_python("field-new", "models.Pet.age")]
    causes = causes_of([renamed], package, {}, Others())
    told = ("`models.Pet.name` is now called `models.Pet.age`: write `models.Pet.age` for `name`.",)
    assert notes_of(causes, (), has_package=True) == Notes(changed=told)


def test_a_fact_is_told_once() -> None:
    change = in_python("field-gone", "Pet.name")
    causes = [Cause(by="a", package=(change,)), Cause(by="b", package=(change,))]
    assert notes_of(causes, (), has_package=True).removed == ("`Pet.name` no longer exists.",)


def test_what_breaks_on_the_wire_alone_is_told_of_servers() -> None:
    change = replace(on_the_wire("path-renamed"), words="is now /animals")
    notes = notes_of((), (change,), has_package=True)
    assert notes == Notes(changed=("For servers, GET /pets: is now /animals.",))


def test_without_a_package_the_document_is_told() -> None:
    wire = (
        on_the_wire("operation-removed"),
        on_the_wire("property-added", AGE),
        on_the_wire("property-removed", NAME),
    )
    notes = notes_of([Cause(by="upstream", wire=wire)], (), has_package=False)
    assert (len(notes.removed), len(notes.added)) == (2, 1)
