"""Where a new document may say what is gone: in a place of another kind, or in other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.drift.encoded import encoded_otherwise
from specmend.drift.forbidden import still_forbidden
from specmend.drift.nested import one_level_down
from specmend.drift.sent_otherwise import exchanged_with_body
from specmend.drift.served import written_into_url
from specmend.drift.shown import shown_around
from specmend.matching.called_back import called_otherwise
from specmend.matching.heirs import in_other_room, kept_elsewhere
from specmend.matching.locator import Locator
from specmend.matching.sayings import Saying


@dataclass(frozen=True, kw_only=True, slots=True)
class Gone:
    """What an action takes away at an address, and the new document does not say there.

    `applied` is the old tree after the action. `subjects` are the places of the object around the
    address in the old and in the new document; `lost` is what it does not say any more, and
    `joined` what is said newly.
    """

    locator: Locator
    applied: Tree
    address: Address
    subjects: tuple[Address, Address]
    lost: Sequence[Saying]
    joined: Sequence[Saying]


def in_other_words(gone: Gone) -> Iterator[Address]:
    """Where what is gone may stand among things of another kind, or under another keyword."""
    locator, applied, address = gone.locator, gone.applied, gone.address
    yield from in_other_room(locator.old, locator.new, address)
    yield from kept_elsewhere(locator.old, locator.new, address)
    yield from called_otherwise(locator.old, locator.new, address)
    yield from exchanged_with_body(locator, gone.subjects, gone.lost, gone.joined)
    yield from still_forbidden(locator, applied, gone.subjects[0])
    yield from encoded_otherwise(locator, applied, address, gone.lost)
    yield from one_level_down(locator, gone.lost, gone.joined)
    yield from shown_around(locator, gone.subjects[0], gone.lost)
    yield from written_into_url(locator, applied, address)
