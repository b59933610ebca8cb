"""Schemes of HTTP."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import document, levels, told


def tree(**scheme: object) -> object:
    return document(components={"securitySchemes": {"s": scheme}})


@pytest.mark.parametrize("name", ["bearer", "Basic", "DIGEST"])
def test_registered_ones_in_any_case(name: str) -> None:
    assert told("schemes", tree(type="http", scheme=name)) == []


def test_another_one_is_a_warning() -> None:
    odd = tree(type="http", scheme="token")
    ((place, message),) = told("schemes", odd)
    assert place == "/components/securitySchemes/s/scheme"
    assert message.startswith("'scheme' is \"token\", which is no registered scheme")
    assert levels("schemes", odd) == ["warning"]


def test_other_types_have_none() -> None:
    assert told("schemes", tree(type="apiKey", scheme="token")) == []
