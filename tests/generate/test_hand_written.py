"""The hand-written section of a README stands where the template leaves room, and is no module of the package."""

from __future__ import annotations

from dataclasses import replace

from specmend.generate.hand_written import modules_of, with_section
from specmend.generate.parcel import Parcel
from specmend.generate.plan import PackagePlan

PAGE = "# title\n\n<!-- hand-written -->\n\n## Calls\n"


def test_without_a_section_nothing_is_left_of_the_room(plan: PackagePlan, parcel: Parcel) -> None:
    assert with_section(PAGE, plan) == "# title\n\n## Calls\n"
    assert b"hand-written" not in parcel.files["README.md"]


def test_a_section_stands_in_its_room(plan: PackagePlan) -> None:
    own = replace(plan, client_modules={"README.md": b"\n## First\n\nwords\n\n", "extra.py": b"", "in/README.md": b""})
    assert with_section(PAGE, own) == "# title\n\n## First\n\nwords\n\n## Calls\n"
    assert list(modules_of(own)) == ["extra.py", "in/README.md"]
