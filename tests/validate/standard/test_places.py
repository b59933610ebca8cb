"""A breach is found wherever its object may stand: webhooks, callbacks and components as well."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import pytest
from docs.make.standard import sections
from tests.validate.standard.breaches import BREACHES, Breach, changed, versions_of
from tests.validate.standard.documents import good

from specmend.document.tree.pointer import format_pointer, parse_pointer
from specmend.document.tree.values import MISSING, get
from specmend.validate.rules.table import RULES

FINDERS = {each.id: each.rules for section in sections() for each in section.requirements}
OF_PATHS: Final = ("template-declared", "path-parameter")
"""What is asked of a path, and so of no path item elsewhere."""
OF_USES: Final = ("prefix-media", "item-media", "example-fits", "link-declared")
"""What depends on where the object is used: on the media type, or on the operation of a link."""

_PET: Final = "/paths/~1pets~1{id}"
_GET: Final = f"{_PET}/get"
ITEMS: Final[Mapping[str, tuple[str, ...]]] = {
    "3.0": ("/paths/~1new/post/callbacks/c/{$url}", "/components/callbacks/C/{$url}"),
    "3.1": ("/webhooks/moved", "/components/pathItems/Moved"),
}
HOMES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    _PET: ITEMS,
    "/paths/~1photos": ITEMS,
    "/paths/~1forms": ITEMS,
    "/paths/~1search": ITEMS,
    "/paths/~1parts": ITEMS,
    f"{_GET}/responses/200": {"3.0": ("/components/responses/Moved",)},
    f"{_GET}/parameters/0": {"3.0": ("/components/parameters/Moved",)},
    f"{_GET}/parameters/1": {"3.0": ("/components/parameters/Moved",)},
    f"{_GET}/responses/200/headers/X-Rate": {"3.0": ("/components/headers/Moved",)},
    f"{_GET}/responses/200/links/again": {"3.0": ("/components/links/Moved",)},
    "/paths/~1photos/post/requestBody": {"3.0": ("/components/requestBodies/Moved",)},
    f"{_GET}/responses/200/content/application~1json": {"3.2": ("/components/mediaTypes/Moved",)},
}
"""Where the objects of the good document may stand too, since which version."""


class Moved(NamedTuple):
    """A breach of an object of the good document, for another place."""

    version: str
    breach: Breach
    object: str
    place: str

    @property
    def name(self) -> str:
        return f"{self.version} {self.breach.row} in {self.place}"


def moved() -> Iterator[Moved]:
    for breach in BREACHES:
        inside = [each for each in HOMES if all(map(_below(each), (*breach.changes, breach.at)))]
        for thing in inside if breach.row not in OF_PATHS else ():
            for version in filter(_has(thing), versions_of(breach)):
                for since, places in HOMES[thing].items():
                    is_part = HOMES[thing] is not ITEMS and breach.row in OF_USES
                    for place in places if version >= since and not is_part else ():
                        yield Moved(version, breach, thing, place)


def _has(thing: str) -> Any:
    return lambda version: get(good(version), parse_pointer(thing)) is not MISSING


def _below(thing: str) -> Any:
    return lambda pointer: pointer.startswith(thing + "/")


@pytest.mark.parametrize("case", [*moved()], ids=lambda case: case.name)
def test_a_breach_is_told_in_every_place(case: Moved) -> None:
    whole = good(case.version)
    text = json.dumps(get(whole, parse_pointer(case.object)))
    if HOMES[case.object] is ITEMS:
        text = text.replace('"operationId": "', '"operationId": "moved ')
    copied = json.loads(text)
    whole = changed(whole, {case.place: copied, "/paths/~1new/post/responses": {"204": _NONE}})
    before = told(case, whole)
    there = {case.place + key[len(case.object) :]: to for key, to in case.breach.changes.items()}
    found = told(case, changed(whole, there)) - before
    place = case.place + case.breach.at[len(case.object) :]
    assert place in {pointer for pointer, _ in found}


_NONE: Final = {"description": "none"}


def told(case: Moved, tree: Any) -> set[tuple[str, str]]:
    found = [fault for name in FINDERS[case.breach.row] for fault in RULES[name](tree)]
    return {(format_pointer(fault.address), fault.message) for fault in found}
