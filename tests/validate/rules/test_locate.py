"""Errors of the validator are put at their places, also where it tells only the end of the way."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError
from openapi_spec_validator.validation.exceptions import (
    DuplicateOperationIDError,
    ExtraParametersError,
    ParameterDuplicateError,
    UnresolvableParameterError,
)

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.locate import locate

ID = {"name": "id", "in": "path"}
LIMIT = {"name": "limit", "in": "query"}
COUNT = {"type": "integer", "default": "many"}
TREE: Tree = {
    "paths": {
        "/pets": {"get": {"operationId": "list", "parameters": [ID, LIMIT, {**ID, "in": "query"}]}},
        "/cats": {"get": {"parameters": [ID, ID, ID]}},
    },
    "components": {
        "schemas": {
            "Pet": {"allOf": [{}], "required": ["name"]},
            "Count": COUNT,
            "Sizes": {"type": "array", "default": [1, "big"]},
        }
    },
    "example": {"Count": COUNT},
}


def error(
    message: str, *path: str | int, instance: Any = None, schema: Any = None
) -> ValidationError:
    """An error as the validator makes it."""
    return ValidationError(message, path=path, instance=instance, schema=schema or {})


def place_of(fault: ValidationError, *known: Fault) -> tuple[Address, bool]:
    found, certain = locate(TREE, fault, "openapi", known)
    assert found.rule == "openapi"
    return found.address, certain


SCHEMAS: Address = ("components", "schemas")


@pytest.mark.parametrize(
    ("fault", "address", "certain"),
    [
        pytest.param(error("something else"), (), False, id="nothing is told"),
        pytest.param(
            UnresolvableParameterError(
                "Path parameter 'x' for 'get' operation in '/pets' was not resolved"
            ),
            ("paths", "/pets", "get"),
            True,
            id="an operation",
        ),
        pytest.param(
            DuplicateOperationIDError("Operation ID 'list' for 'get' in '/pets' is not unique"),
            ("paths", "/pets", "get", "operationId"),
            True,
            id="its name",
        ),
        pytest.param(
            error("wrong", "paths", "/pets", "get", "operationId", instance="list"),
            ("paths", "/pets", "get", "operationId"),
            True,
            id="the whole way",
        ),
        pytest.param(
            ParameterDuplicateError("Duplicate parameter 'id'"),
            ("paths", "/cats", "get", "parameters", 1),
            False,
            id="a parameter that is there twice",
        ),
        pytest.param(
            ExtraParametersError("Required list has not defined properties: ['name']"),
            (*SCHEMAS, "Pet", "required"),
            False,
            id="a required name beside allOf",
        ),
        pytest.param(
            error("'many' is not of type 'integer'", instance="many", schema=COUNT),
            (*SCHEMAS, "Count", "default"),
            False,
            id="a default value, and not the one of an example",
        ),
        pytest.param(
            error("'big' is not of type 'integer'", 1, instance="big"),
            (*SCHEMAS, "Sizes", "default", 1),
            False,
            id="a member of a default value",
        ),
        pytest.param(
            error("'id' is wrong", 0, "name", instance="id"),
            ("paths", "/pets", "get", "parameters", 0, "name"),
            False,
            id="the end of the way, outside default values",
        ),
    ],
)
def test_an_error_is_put_at_its_place(
    fault: ValidationError, address: Address, certain: bool
) -> None:
    assert place_of(fault) == (address, certain)


def test_the_next_likely_place_is_taken_when_the_first_is_known() -> None:
    fault = ParameterDuplicateError("Duplicate parameter 'id'")
    first, _ = locate(TREE, fault, "openapi", ())
    second, _ = locate(TREE, fault, "openapi", [first])
    again, _ = locate(TREE, fault, "openapi", [first, second])
    at = ("paths", "/cats", "get", "parameters")
    assert [found.address for found in (first, second, again)] == [(*at, 1), (*at, 2), (*at, 1)]


def test_the_deepest_branch_is_told_and_not_the_one_that_wants_a_reference() -> None:
    branches = [{"required": ["$ref"]}, {"properties": {"type": {"enum": ["a", "b"]}}}]
    [outer] = Draft202012Validator({"oneOf": branches}).iter_errors({"type": "c"})
    fault, _ = locate({"type": "c"}, outer, "openapi", ())
    assert fault == Fault(rule="openapi", address=("type",), message="'c' is not one of ['a', 'b']")


def test_a_message_alone_decides_nothing() -> None:
    for message in ("Duplicate parameter 'id'", "Required list has not defined properties: []"):
        assert place_of(error(message)) == ((), False)


def test_a_long_message_is_shortened_in_its_middle() -> None:
    fault = error("begin " + "x" * 400 + " end")
    message = locate(TREE, fault, "openapi", ())[0].message
    assert message.startswith("begin xxx")
    assert message.endswith("xxx end")
    assert " … " in message
    assert len(message) < 200
