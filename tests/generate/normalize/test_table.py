"""The rules together: each has its table, and a normalized document stays as it is."""

from __future__ import annotations

from pathlib import Path

from tests.generate.normalize.documents import NULL, STRING, of_schemas, thing

from specmend.generate.normalize.table import RULES, normalize


def test_every_rule_has_a_test_file_named_for_its_module() -> None:
    modules = {rule.__module__.rpartition(".")[2] for rule in RULES}
    own = {"plain_references"}  # a rule of document/openapi, tested there
    files = {path.stem.removeprefix("test_") for path in Path(__file__).parent.rglob("test_*.py")}
    assert modules - own <= files


def test_a_normalized_document_stays_as_it_is() -> None:
    from tests.generate.shop import DOCUMENT

    once = normalize(DOCUMENT)
    assert normalize(once) == once


def test_nodes_that_anchors_share_are_changed_apart() -> None:
    shared = thing(a={**STRING, "nullable": True})
    made = normalize(of_schemas(A=shared, B=thing(b=shared)))
    assert made["components"]["schemas"]["A"] == thing(a={"anyOf": [STRING, NULL]})
    assert shared == thing(a={**STRING, "nullable": True})
