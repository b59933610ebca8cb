"""One fact of a review as a line: one line for one cause, with all its places."""

from __future__ import annotations

from tests.report.histories import AGE, LIMIT_ARGUMENT, LIMIT_NEEDED, package, wire

from specmend.report.review_entry import entry_of, of_package, of_wire
from specmend.review.records import Cause


def test_a_cause_is_told_in_the_words_of_the_package() -> None:
    entry = entry_of(Cause(by="upstream", wire=(LIMIT_NEEDED,), package=(LIMIT_ARGUMENT,)))
    assert entry.words.startswith("The argument `limit`")
    assert entry.more == (("on the wire", "GET /pets, parameter `limit`: became required"),)
    assert entry.mark == "breaks at run time"
    assert entry.where == "old.yaml:12:5 → new.yaml:14:5"


def test_a_cause_on_the_wire_alone_is_told_in_its_words() -> None:
    entry = entry_of(Cause(by="upstream", wire=(LIMIT_NEEDED, AGE)))
    assert entry.words == "GET /pets, parameter `limit`: became required"
    assert entry.more == (("on the wire", "Pet.age: is new, `integer`"),)
    assert entry.mark == "breaks"


def test_many_facts_of_a_cause_are_counted_and_each_kind_is_seen() -> None:
    names = tuple(package("id", "breaking", f"P{n}", f"`P{n}` is gone") for n in range(9))
    entry = entry_of(Cause(by="upstream", wire=(AGE, LIMIT_NEEDED), package=names))
    assert [where for where, _ in entry.more] == ["Python", "Python", "Python", "on the wire"]
    assert entry.hidden == 6


def test_the_same_fact_is_told_once() -> None:
    same = package("id", "breaking", "P", "`P` is gone")
    assert entry_of(Cause(by="upstream", package=(same, same, same))).more == (
        ("Python", "`P` is gone"),
    )


def test_what_to_write_instead_stands_with_each_fact() -> None:
    other = package("id", "breaking", "P", "`P` is gone", instead="write `Q`")
    entry = entry_of(Cause(by="", package=(LIMIT_ARGUMENT, other)))
    assert entry.instead == "give `limit`; it was `None` where it was left out"
    assert entry.more == (("Python", "`P` is gone; write `Q`"),)


def test_operations_and_places_are_counted() -> None:
    fact = wire("id", "info", "Pet", "is new", affects=("A", "B", "C", "D"), affected=40)
    assert of_wire(fact).reaches == "A, B, C and 37 more"
    name = package("id", "info", "Pet", "is new", affects=tuple("abcdef"), affected=8)
    assert of_package(name).also == "`a`, `b`, `c`, `d` and 4 more"
