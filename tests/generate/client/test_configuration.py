"""How the generator is told to read media types."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.generate.client.reading import SETTINGS, answered, of_operation

from specmend.generate.client.configuration import configuration


@pytest.mark.parametrize(
    ("media_type", "read_as"),
    [
        ("application/json", None),
        ("application/problem+json; charset=utf-8", None),
        ("application/x-www-form-urlencoded", None),
        ("application/octet-stream", None),
        ("application/jsonl", "application/json"),
        ("text/event-stream", "application/json"),
        ("text/plain", "application/octet-stream"),
        ("image/png", "application/octet-stream"),
    ],
)
def test_what_the_generator_does_not_know_is_read_as_something_else(
    media_type: str, read_as: str | None
) -> None:
    config = configuration(SETTINGS, of_operation(answered((media_type, {}))))
    assert config.content_type_overrides.get(media_type) == read_as


def test_every_class_goes_to_one_module() -> None:
    config = configuration(SETTINGS, {})
    override = config.class_overrides.get("Anything")
    assert override is not None
    assert override.module_name == "schemas"
    assert config.output_path == Path("project")
