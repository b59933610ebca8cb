"""The version that a document declares, and the validators of each."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.validate.rules.versions import READ, document_validator, validator_of, version_of


@pytest.mark.parametrize(
    ("tree", "version"),
    [
        ({"openapi": "3.0.3"}, "3.0"),
        ({"openapi": "3.1.1-rc1"}, "3.1"),
        ({"openapi": "3.2"}, "3.2"),
        ({"openapi": 3.1}, "3.1"),
        ({"swagger": "2.0"}, ""),
        ([], ""),
    ],
)
def test_the_version(tree: Any, version: str) -> None:
    assert version_of(tree) == version


@pytest.mark.parametrize("version", READ)
def test_each_version_has_its_validators(version: str) -> None:
    document = {"openapi": f"{version}.0", "info": {"title": "T", "version": "1"}, "paths": {}}
    assert list(document_validator(version).iter_errors(document)) == []
    assert list(document_validator(version).iter_errors({}))
    validator = validator_of(version)({"type": "integer"})
    assert [len(list(validator.iter_errors(value))) for value in (1, "x")] == [0, 1]
