"""What one cause does to several methods and arguments is told once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.review.changes import in_python

from specmend.review.gathered import gathered
from specmend.surface.change import SurfaceChange

TABLE = [
    # What stays.
    ([], []),
    (["argument-gone add(item)"], ["`add` no longer takes `item`"]),
    (["argument-new add(item)"], ["`add` takes a new argument `item`"]),
    (
        ["field-gone Pet.a", "field-gone Pet.b"],
        ["`Pet.a` no longer exists", "`Pet.b` no longer exists"],
    ),
    (
        ["argument-new-required add(a)", "argument-new-required add(b)"],
        ["`add` has a new required argument `a`", "`add` has a new required argument `b`"],
    ),
    (
        ["argument-new-required add(body)", "argument-gone put(item)"],
        ["`add` has a new required argument `body`", "`put` no longer takes `item`"],
    ),
    # The same argument of several methods.
    (
        ["argument-renamed add(id)", "argument-renamed get(id)", "argument-renamed put(id)"],
        ["the argument `id` of `add` is now called `int` (get, put)"],
    ),
    (
        ["argument-renamed add(id)", "argument-renamed get(key)"],
        [
            "the argument `id` of `add` is now called `int`",
            "the argument `key` of `get` is now called `int`",
        ],
    ),
    # Arguments that went, and those that came for them.
    (
        ["argument-gone add(a)", "argument-gone add(b)", "argument-gone add(c)"],
        ["`add` no longer takes `a`, `b` and `c`"],
    ),
    (
        ["argument-new-required add(body)", "argument-gone add(a)", "argument-gone add(b)"],
        ["`add` takes `body` in place of `a` and `b`"],
    ),
    (
        ["argument-gone add(body)", "argument-new add(b)", "argument-new-required add(a)"],
        ["`add` takes `a` and `b` in place of `body`"],
    ),
    (["argument-gone add(a)", "argument-new add(b)"], ["`add` takes `b` in place of `a`"]),
    (
        [
            "argument-new-required add(body)",
            "argument-new-required put(body)",
            "argument-gone add(a)",
            "argument-gone put(a)",
        ],
        ["`add` takes `body` in place of `a` (put)"],
    ),
    # The same, told of another of the methods first.
    (
        [
            "argument-new-required add(body)",
            "argument-new-required put(body)",
            "argument-gone put(a)",
            "argument-gone add(a)",
        ],
        ["`add` takes `body` in place of `a` (put)"],
    ),
]


@pytest.mark.parametrize(("before", "expected"), TABLE, ids=range(len(TABLE)))
def test_a_fact_is_told_once_for_all_its_places(before: list[str], expected: list[str]) -> None:
    assert [told(one) for one in gathered([made(text) for text in before])] == expected


def test_users_read_what_to_write_for_what_came() -> None:
    came, gone = made("argument-new-required add(body)"), made("argument-gone add(item)")
    (change,) = gathered([gone, came])
    assert (change.instead, change.level) == ("give `body`, which is `int`", "breaking")
    (change,) = gathered([gone, made("argument-new add(b)")])
    assert (change.instead, change.level) == ("leave `item` out", "breaking")


def test_many_places_are_counted() -> None:
    methods = [made(f"argument-gone add{number}(a)") for number in range(30)]
    (change,) = gathered([replace(methods[0], affects=("x",), affected=1), *methods[1:]])
    assert (len(change.affects), change.affected) == (20, 30)


def made(text: str) -> SurfaceChange:
    id_, place = text.split()
    return in_python(id_, place, subject=place.partition("(")[0])


def told(change: SurfaceChange) -> str:
    return f"{change.words} ({', '.join(change.affects)})" if change.affects else change.words
