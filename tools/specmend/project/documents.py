"""Documents read from files."""

from __future__ import annotations

from pathlib import Path

from specmend.document.text.document import Document, read_document
from specmend.storage.read import read_file


def load_document(path: Path | str, name: str = "") -> Document:
    """Read a YAML or JSON document; messages call it by its path, or by `name`.

    Raises RepositoryError when there is no such file, when it is larger than the limit, or when it
    is neither YAML nor JSON.
    """
    shown = name or str(path)
    return read_document(read_file(Path(path), shown, pipes=True), shown)
