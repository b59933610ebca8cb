"""Words on the wire that are names of files, kept when components are named otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.source.bundle.files import bundled, root

from specmend.source.bundle.discriminators import has_discriminator

DOG: dict[str, Any] = {"type": "object"}


@pytest.mark.parametrize(
    ("mapping", "meant"),
    [
        ({}, {"Dog": "#/components/schemas/a_Dog"}),
        ({"hound": "a/Dog.yaml"}, {"hound": "#/components/schemas/a_Dog"}),
        ({"hound": "Dog"}, {"hound": "#/components/schemas/a_Dog"}),
    ],
)
def test_a_name_that_had_to_change_is_written_out(
    tmp_path: Path, mapping: dict[str, str], meant: dict[str, str]
) -> None:
    discriminator: dict[str, Any] = {"propertyName": "kind"}
    if mapping:
        discriminator["mapping"] = mapping
    pet = {"oneOf": [{"$ref": "a/Dog.yaml"}, {"$ref": "Cat.yaml"}], "discriminator": discriminator}
    schemas = {"Pet": {"$ref": "Pet.yaml"}, "Other": {"items": {"$ref": "b/Dog.yaml"}}}
    files = {"Pet.yaml": pet, "a/Dog.yaml": DOG, "b/Dog.yaml": DOG, "Cat.yaml": DOG}
    tree = bundled(tmp_path, {"root.yaml": root(components={"schemas": schemas}), **files})
    made = tree["components"]["schemas"]["Pet"]["discriminator"]
    assert made == {"propertyName": "kind", "mapping": meant}


def test_names_that_stay_need_no_mapping(tmp_path: Path) -> None:
    pet = {"oneOf": [{"$ref": "Dog.yaml"}], "discriminator": {"propertyName": "kind"}}
    files = {"root.yaml": root(components={"schemas": {"Pet": pet}}), "Dog.yaml": DOG}
    made = bundled(tmp_path, files)["components"]["schemas"]["Pet"]
    assert made["discriminator"] == {"propertyName": "kind"}


def test_the_discriminator_of_swagger_is_none() -> None:
    assert not has_discriminator({"discriminator": "kind"})
    assert has_discriminator({"discriminator": {"propertyName": "kind"}})
