"""What users give, and what they get, is told by what they call."""

from __future__ import annotations

from pathlib import Path

from specmend.surface.read import read_surface
from specmend.surface.roles import roles_of

MODULES = {
    "__init__.py": "",
    "models.py": "class Order: ...\nclass Receipt: ...\nclass Note: ...\n",
    "client.py": (
        "from .models import Note, Receipt\n"
        "class Client:\n    def buy(self, note: Note) -> Receipt: ...\n"
    ),
    "helpers.py": "from .models import Receipt\ndef total(receipt: Receipt) -> int: ...\n",
    "api/__init__.py": "",
    "api/buy.py": (
        "from .._operation import Body, Operation\nfrom ..models import Order, Receipt\n"
        "OPERATION = Operation(body=Body(type=Order), success={'200': Receipt})\n"
    ),
}


def test_an_answer_that_a_helper_takes_is_still_an_answer(tmp_path: Path) -> None:
    for name, text in MODULES.items():
        place = tmp_path / "shop" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    roles = roles_of(read_surface(tmp_path, "shop"))
    ways = {name: roles.of(f"models.{name}") for name in ("Order", "Receipt", "Note")}
    assert ways == {"Order": "request", "Receipt": "response", "Note": "request"}
