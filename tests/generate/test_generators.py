"""What the generators are given: JSON, and of the schemas those that become classes."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.generate.normalize.documents import CHOICE, STRING, of_schemas, ref, thing

from specmend.generate.generators import encode, models_document


def test_a_document_is_written_as_json_and_dates_become_text() -> None:
    assert (
        encode({"a": dt.date(2024, 1, 2), "b": "ü"})
        == b'{\n "a": "2024-01-02",\n "b": "\xc3\xbc"\n}\n'
    )


@pytest.mark.parametrize(
    ("tree", "names"),
    [
        pytest.param(of_schemas(), None, id="no schema"),
        pytest.param(of_schemas(A=STRING, B=CHOICE), None, id="no class"),
        pytest.param(of_schemas(A=thing(x=STRING)), ["A"], id="a class"),
        pytest.param(
            of_schemas(A=thing(x=ref("B")), B=CHOICE, C=CHOICE), ["A", "B"], id="what a class uses"
        ),
        pytest.param(
            of_schemas(A=thing(x=ref("B")), B={"items": ref("C")}, C=STRING),
            ["A", "B", "C"],
            id="what that uses",
        ),
        pytest.param(of_schemas(A=thing(x=ref("Nowhere"))), ["A"], id="a reference to nothing"),
        pytest.param(of_schemas(A=thing(x=ref("A"))), ["A"], id="a class that uses itself"),
    ],
)
def test_the_models_are_the_classes_and_what_they_use(tree: Any, names: list[str] | None) -> None:
    document = models_document(tree)
    assert (document and list(document["components"]["schemas"])) == names
    assert document is None or document["paths"] == {}
