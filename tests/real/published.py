"""The real documents as they would be pinned: of one file each, and of OpenAPI 3."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.real import SHARED

from specmend.errors import OutsideError
from specmend.source.address import FileAddress
from specmend.source.answer import Answer
from specmend.source.prepare import prepare
from specmend.source.reach import Reach
from specmend.source.recognize import recognize

CORPUS = SHARED / "corpus"
MANY_FILES = CORPUS / "digitalocean" / "DigitalOcean-public.v2.yaml"


def real_documents(largest: int = 100_000_000) -> list[Path]:
    """Every real document of so many bytes at most, the smallest first."""
    found = [*CORPUS.glob("*.yaml"), *CORPUS.glob("*.json"), MANY_FILES]
    found += (SHARED / "upstream").rglob("*.yaml")
    sized = [(path.stat().st_size, path) for path in found if path.is_file()]
    return [path for size, path in sorted(sized) if size <= largest]


def published(path: Path) -> Any:
    """The tree of a document, without shared parts; None where its files are not all there."""
    data = path.read_bytes()
    document = recognize(data, path.name)
    address, answer = FileAddress(origin=path.name, path=path), Answer(origin=path.name, data=data)
    try:
        made = prepare(document, address, answer, Reach()).document
    except OutsideError:
        return None
    return json.loads(json.dumps(made.tree))
