"""The table of the rooms, made from the list that the import test holds, and their first lines."""

from __future__ import annotations

import ast

from docs.make.markdown import code, table
from docs.make.pages import ROOT
from tests.test_import_order import ROOMS

_PACKAGE = ROOT / "tools" / "specmend"


def rooms() -> str:
    """Every room with its duty, in the order in which they may import each other."""
    return table(("room", "duty"), ((code(room.replace(".", "/")), _duty(room)) for room in ROOMS))


def _duty(room: str) -> str:
    """The first line of what a room says of itself."""
    folder = _PACKAGE.joinpath(*room.split("."))
    file = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    docstring = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return docstring.splitlines()[0]
