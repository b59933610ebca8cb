"""What went wrong while operations were read is kept in order."""

from __future__ import annotations

from specmend.generate.client.reader import Reader
from specmend.generate.client.wording import Wording


def test_a_fault_has_the_method_as_it_goes_over_the_wire() -> None:
    reader = Reader(wording=Wording({}), event_type=lambda _: "Any")
    reader.fault("LINK", "/a", "no")
    reader.fault("QUERY", "/b", "")
    assert reader.faults == [
        {"method": "LINK", "path": "/a", "words": "no"},
        {"method": "QUERY", "path": "/b", "words": ""},
    ]
    assert reader.warnings == []


def test_every_reader_has_lists_of_its_own() -> None:
    one, other = (Reader(wording=Wording({}), event_type=str) for _ in range(2))
    one.fault("GET", "/a", "no")
    assert other.faults == []
