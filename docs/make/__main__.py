"""Make tables, pictures, schemas and workflows; --check only says which are out of date."""

from __future__ import annotations

import sys
from pathlib import Path

from docs.make.pages import ROOT, made_pages
from docs.make.pictures.table import made_pictures
from docs.make.schemas import made_schemas
from docs.make.workflows import made_workflows


def made_files() -> dict[Path, str]:
    """Every page, picture, schema and workflow that is made, by its path, as it should be."""
    return {**made_workflows(), **made_pages(), **made_pictures(), **made_schemas()}


def stale_files() -> dict[Path, str]:
    """Those that differ from what is on the disk."""
    return {path: text for path, text in made_files().items() if _read(path) != text}


def main(arguments: list[str]) -> int:
    """Write what is out of date, or with --check list it; 1 where the check finds any."""
    stale = stale_files()
    check = "--check" in arguments
    for path, text in stale.items():
        print(f"{'out of date' if check else 'wrote'}: {path.relative_to(ROOT).as_posix()}")
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
    if check and stale:
        print("make docs brings them up to date")
    return int(check and bool(stale))


def _read(path: Path) -> str:
    return path.read_bytes().decode() if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
