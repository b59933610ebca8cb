"""Both documents say what the facts say, field by field, but for exceptions with a reason."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from openapi_schema_validator import OAS30Validator
from tests.real.coverage import FACTS, FAMILIES, METHODS, ROOT, Coverage, cover, table
from tests.real.exceptions import EXCEPTIONS
from tests.real.shapes import Document

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FACTS.is_file(), reason="the facts are not beside the repository"),
]


@pytest.fixture(scope="module")
def coverages() -> dict[str, Coverage]:
    return {api: cover(api) for api in FAMILIES}


@pytest.mark.parametrize("api", FAMILIES)
def test_what_differs_from_the_facts_has_a_reason(coverages: dict[str, Coverage], api: str) -> None:
    left = {
        name: words
        for name, words in coverages[api].findings.items()
        if name not in EXCEPTIONS[api]
    }
    assert not left, "\n".join(f"{name}: {words}" for name, words in left.items())


@pytest.mark.parametrize("api", FAMILIES)
def test_no_exception_is_needless(coverages: dict[str, Coverage], api: str) -> None:
    assert not set(EXCEPTIONS[api]) - set(coverages[api].findings)
    assert all(EXCEPTIONS[api].values())


def test_the_native_document_is_complete(coverages: dict[str, Coverage]) -> None:
    found = coverages["ollama-native"]
    assert len(found.routes) == 26
    assert len(found.fields) > 250
    assert not [name for name in EXCEPTIONS["ollama-native"] if name.endswith(("missing", "extra"))]


def test_the_table_is_printed(
    coverages: dict[str, Coverage], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        print(f"\n{table(coverages)}")  # noqa: T201 - the table is what this test is for
    assert all(api in table(coverages) for api in FAMILIES)


def examples_of(media: dict[str, Any]) -> list[Any]:
    shown = [media["example"]] if "example" in media else []
    return shown + [named["value"] for named in media.get("examples", {}).values()]


def test_every_native_operation_has_an_example_and_all_of_them_are_valid() -> None:
    document = Document(
        yaml.safe_load((ROOT / "spec" / "ollama-native" / "sanitized.yaml").read_text("utf-8"))
    )
    for path, item in document.tree["paths"].items():
        for operation in (item[method] for method in METHODS if method in item):
            holders = [document.resolve(operation.get("requestBody") or {})]
            holders += [
                document.resolve(node)
                for code, node in operation["responses"].items()
                if code == "200"
            ]
            media = [one for holder in holders for one in holder.get("content", {}).values()]
            shown = [(value, one["schema"]) for one in media for value in examples_of(one)]
            raw = all(one["schema"].get("format") == "binary" for one in media)
            assert shown or raw, f"{operation['operationId']} has no example"
            for value, schema in shown:
                whole = {"components": document.tree["components"], **schema}
                faults = [error.message for error in OAS30Validator(whole).iter_errors(value)]
                assert not faults, f"{path}: {faults}"
