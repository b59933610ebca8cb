"""Texts of step files and documents, for the tests of the use cases."""

from __future__ import annotations

from typing import Final

SECOND: Final = "patches/pets/0002-allow-no-pets.yaml"
MIN_ITEMS: Final = "$.components.schemas.Pets.properties.pets.minItems"
ALLOW_NO_PETS: Final = f"""\
overlay: 1.1.0
info:
  title: Allow no pets
  version: 1.0.0
  x-reason: A shop may be empty.
actions:
  - target: {MIN_ITEMS}
    update: 0
    x-expect: {{matches: 1, before: 1}}
"""
NEEDS_THE_SECOND: Final = f"""\
overlay: 1.1.0
info:
  title: Want many pets
  version: 1.0.0
  x-reason: A shop is rarely empty.
actions:
  - target: {MIN_ITEMS}
    update: 9
    x-expect: {{matches: 1, before: 0}}
"""
