"""What a conversion notes."""

from __future__ import annotations

from specmend.source.swagger.notes import Notes, Place, Remark


def test_remarks_come_in_the_order_of_the_document_each_once() -> None:
    notes = Notes({"b": [{"x": 1}, 2], "a": {}})
    notes.remark(("a",), "Third.")
    notes.remark(("b", 1), "Second.")
    notes.remark(("b", 0, "x"), "First.")
    notes.remark(("a",), "Third.")
    assert notes.remarks() == (
        Remark(address=("b", 0, "x"), message="First."),
        Remark(address=("b", 1), message="Second."),
        Remark(address=("a",), message="Third."),
    )


def test_what_was_found_is_shown_on_one_short_line() -> None:
    notes = Notes({})
    notes.expected((), "a schema", ["a"] * 50)
    (remark,) = notes.remarks()
    assert remark.message.startswith(
        'This is not understood and stays as it is: expected a schema, found ["a", "a"'
    )
    assert len(remark.message) < 150


def test_the_first_move_holds() -> None:
    notes = Notes({})
    place = Place(old=("a",), new=("b",))
    notes.move(place.to(("x",), ("y", 0)))
    notes.move(Place(old=("a", "x"), new=("c",)))
    assert notes.moved == {("a", "x"): ("b", "y", 0)}
    assert place.below("k") == Place(old=("a", "k"), new=("b", "k"))
