"""A mapping of a discriminator names a schema in three ways, and its key may change."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.drift.faults import TEXT, put, remove
from tests.drift.object_faults import at, frame
from tests.drift.test_proof import ASKED, judged_on

from specmend.drift.mapped import is_mapped
from specmend.steps.step import Verdict

CAT = {"type": "object", "properties": {"kind": TEXT}}
DOG = {**CAT, "required": ["kind"]}
POINTER = "#/components/schemas/Cat"
SPELLINGS = ("Cat", POINTER, "#/components/schemas/C%61t", "Cat.yaml", "./schemas/Cat.json")
TARGET = "$.components.schemas.Pet.discriminator"


def pets(**mapping: str) -> dict[str, Any]:
    """A union of two schemas, told apart by a mapping."""
    branches = [{"$ref": POINTER}, {"$ref": "#/components/schemas/Dog"}]
    discriminator = {"propertyName": "kind", "mapping": {**mapping, "dog": "Dog"}}
    pet = {"oneOf": branches, "discriminator": discriminator}
    return {"components": {"schemas": {"Pet": pet, "Cat": CAT, "Dog": DOG}}}


def renamed(parts: dict[str, Any]) -> dict[str, Any]:
    """The same after upstream renamed a component."""
    text = json.dumps(parts).replace("schemas/Cat", "schemas/Kitty").replace('"Cat"', '"Kitty"')
    made: dict[str, Any] = json.loads(text)
    return made


def verdict(was: Any, fields: dict[str, Any], now: Any) -> Verdict:
    """The verdict of a step on the discriminator."""
    found = judged_on(frame(**was), frame(**now), at(TARGET, fields))
    return found.verdict


@pytest.mark.parametrize("now", SPELLINGS)
@pytest.mark.parametrize("was", SPELLINGS)
def test_a_mapping_in_another_spelling_is_no_removal(was: str, now: str) -> None:
    stays = {*ASKED, Verdict.APPLIES}
    assert verdict(pets(c=was), remove(".mapping.c"), pets(c=now)) in stays
    assert verdict(pets(c=was), remove(".mapping"), pets(c=now)) in stays
    assert verdict(pets(c=was), put(".mapping.c", "Dog"), pets(c=now)) in stays
    # Under another key.
    assert verdict(pets(c=was), remove(".mapping.c"), pets(cat=now)) in ASKED


@pytest.mark.parametrize("now", ["Cat", POINTER])
@pytest.mark.parametrize("was", ["Cat", POINTER])
def test_a_mapping_of_a_renamed_component_is_the_same(was: str, now: str) -> None:
    assert verdict(pets(c=was), remove(".mapping.c"), renamed(pets(cat=now))) in ASKED
    assert verdict(pets(c=was), put(".mapping.c", "Dog"), renamed(pets(c=now))) is not (
        Verdict.ALREADY_UPSTREAM
    )


@pytest.mark.parametrize("now", ["Dog", "#/components/schemas/Dog"])
@pytest.mark.parametrize("ours", ["Dog", "#/components/schemas/Dog"])
def test_a_name_and_a_reference_mean_the_same(ours: str, now: str) -> None:
    assert verdict(pets(c="Cat"), put(".mapping.c", ours), pets(c=now)) is Verdict.ALREADY_UPSTREAM


def test_a_schema_of_another_file_is_another_one() -> None:
    now = pets(c="other.yaml#/components/schemas/Dog")
    assert verdict(pets(c="Cat"), put(".mapping.c", "Dog"), now) is Verdict.CONFLICT


def test_a_removed_mapping_is_gone_if_nothing_has_its_schema() -> None:
    gone = Verdict.ALREADY_UPSTREAM
    assert verdict(pets(c="Cat"), remove(".mapping.c"), pets()) is gone
    assert verdict(pets(c="Cat"), remove(".mapping.c"), pets(d="Dog")) is gone


def test_only_a_discriminator_names_schemas() -> None:
    assert is_mapped(("components", "schemas", "Pet", "discriminator", "mapping", "c"))
    assert not is_mapped(("components", "schemas", "Pet"))
