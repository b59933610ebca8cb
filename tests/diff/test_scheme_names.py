"""Security schemes with another name: no request shows it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import api, found

from specmend.diff.scheme_names import renamed

KEY = {"type": "apiKey", "in": "header", "name": "K"}
LOGIN = {"type": "http", "scheme": "bearer"}


def document(*requirements: Any, **schemes: Any) -> Any:
    return api({"security": list(requirements)}, components={"securitySchemes": schemes})


SAME = [
    (document({"a": []}, a=KEY), document({"b": []}, b=KEY)),
    (
        document({"a": []}, {"l": []}, a=KEY, l=LOGIN),
        document({"b": []}, {"m": []}, b=KEY, m=LOGIN),
    ),
    (document({"a": [], "l": []}, a=KEY, l=LOGIN), document({"l": [], "b": []}, b=KEY, l=LOGIN)),
    (document({"a": []}, {"a": []}, a=KEY), document({"b": []}, {"b": []}, b=KEY)),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_another_name_of_a_scheme_is_no_change(old: Any, new: Any) -> None:
    assert found(old, new) == found(new, old) == []


CHANGED = "security-requirement-changed"
DIFFERENT = [
    (document({"a": []}, a=KEY), document({"b": []}, b=LOGIN), [CHANGED]),
    (document({"a": []}, a=KEY), document({"l": []}, a=KEY, l=LOGIN), [CHANGED]),
    (
        document({"a": []}, a=KEY),
        document({"b": []}, b={**KEY, "name": "L"}),
        ["security-scheme-name-changed"],
    ),
]


@pytest.mark.parametrize(("old", "new", "ids"), DIFFERENT)
def test_another_scheme_is_told(old: Any, new: Any, ids: list[str]) -> None:
    assert set(ids) <= {one[0] for one in found(old, new)}


def test_scopes_and_marks_stay() -> None:
    known = (("a", ("x",)), ("l", ()), "again")
    assert renamed(known, {"a": "z"}) == (("l", ()), ("z", ("x",)), "again")
    assert renamed("none", {"a": "z"}) == "none"
