"""The rule on references: those that lead nowhere, out of the document, or back to themselves."""

from __future__ import annotations

import pytest
from tests.validate.rules.documents import document

from specmend.document.text.document import parse_document
from specmend.validate.check import validate_document
from specmend.validate.rules.table import RULES


def messages(text: str) -> list[str]:
    """The messages of the rule on a document."""
    return [fault.message for fault in RULES["references"](parse_document(text, "spec.yaml").tree)]


@pytest.mark.parametrize(
    "text",
    [
        "a: {$ref: '#/b'}\nb: 1\n",
        "a: {$ref: '#'}\n",
        "a: {$ref: '#/b~1c/0'}\nb/c: [1]\n",
        "a: {$ref: '#/b%20c'}\nb c: 1\n",
        "a: {$ref: '#/b'}\nb: {$ref: '#/c'}\nc: {type: string}\n",
        "properties: {$ref: {type: string}}\n",
        "example: {$ref: '#/nowhere'}\n",
    ],
)
def test_a_good_reference_and_what_is_no_reference_are_no_faults(text: str) -> None:
    assert messages(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: {$ref: '#/b'}\n", "the reference #/b leads nowhere"),
        ("a: {$ref: '#b'}\n", "the reference #b leads nowhere"),
        ("a: {$ref: '#/b/1'}\nb: [1]\n", "the reference #/b/1 leads nowhere"),
        (
            "a: {$ref: x.yaml}\n",
            "the reference x.yaml leads out of the document; specmend does not follow it",
        ),
        ("a: {$ref: '#/a'}\n", "the reference #/a leads back to itself"),
        (
            "a: {$ref: '#/b'}\nb: {$ref: '#/c'}\nc: {$ref: '#/b'}\n",
            "the reference #/b leads back to itself",
        ),
    ],
)
def test_a_bad_reference_is_a_fault(text: str, message: str) -> None:
    assert message in messages(text)


def named(a: str, b: str = "{$anchor: bee}", version: str = "3.1.0") -> str:
    """A document with two schemas, the first in line 4."""
    return f"openapi: {version}\ncomponents:\n  schemas:\n    A: {a}\n    B: {b}\n"


@pytest.mark.parametrize(
    "text",
    [
        named("{$ref: '#bee'}"),
        named("{$dynamicRef: '#bee'}"),
        named("{$ref: https://x/b}", "{$id: https://x/b}"),
        named("{$id: https://x/a, $ref: b}", "{$id: https://x/b}", "3.2.0"),
        named("{$id: https://x/a, $defs: {n: {}}, items: {$ref: '#/$defs/n'}}"),
        named("{$id: x, $dynamicAnchor: n, items: {$dynamicRef: '#n'}}"),
    ],
)
def test_schemas_are_found_by_the_names_that_they_give_themselves(text: str) -> None:
    assert messages(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (named("{$ref: '#ant'}"), "the reference #ant leads nowhere"),
        (named("{$dynamicRef: '#ant'}"), "the reference #ant leads nowhere"),
        (named("{$ref: '#bee'}", version="3.0.3"), "the reference #bee leads nowhere"),
        (named("{$id: https://x/a, $ref: '#bee'}"), "the reference #bee leads nowhere"),
        (
            named("{$id: https://x/a, $ref: c}"),
            "the reference c leads out of the document; specmend does not follow it",
        ),
        (named("{$ref: '#bee'}", "{$anchor: bee, $ref: '#bee'}"),
         "the reference #bee leads back to itself"),
    ],
)  # fmt: skip
def test_a_name_that_no_schema_has_is_a_fault(text: str, message: str) -> None:
    assert message in messages(text)
    found = validate_document(parse_document(text, "spec.yaml"))
    assert {(f.line, f.message) for f in found if f.rule == "references"} >= {(4, message)}


def test_a_dynamic_reference_with_several_ends_is_a_warning() -> None:
    page = "{$id: p, items: {$dynamicRef: '#T'}, $defs: {T: {$dynamicAnchor: T}}}"
    text = named(page, "{$id: q, $ref: p, $defs: {T: {$dynamicAnchor: T, type: string}}}")
    (fault,) = RULES["references"](parse_document(text, "spec.yaml").tree)
    assert fault.level == "warning"
    assert fault.address == ("components", "schemas", "A", "items", "$dynamicRef")


def test_every_dangling_reference_is_found_and_the_rest_is_still_checked() -> None:
    text = (
        "openapi: 3.0.3\ninfo: {version: '1'}\npaths:\n  /a: {$ref: '#/nowhere'}\n"
        "components:\n  schemas:\n    A: {$ref: '#/components/schemas/B'}\n"
        "    C: {$ref: '#/components/schemas/D'}\n"
    )
    found = {
        (f.rule, f.line, f.column) for f in validate_document(parse_document(text, "spec.yaml"))
    }
    assert {("references", 4, 8), ("references", 7, 9), ("references", 8, 9)} <= found
    assert ("openapi", 2, 1) in found


def test_a_reference_to_another_file_is_told_with_the_command_that_brings_it() -> None:
    paths = {"/a": {"$ref": "b.yaml#/a"}, "/b": {"$ref": "#/paths/~1c"}}
    out, lost = RULES["references"](document(paths=paths))
    assert "specmend fetch" in out.advice
    assert "specmend fetch" not in lost.advice
