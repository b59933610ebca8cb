"""A small package as specmend generates one, and archives of it that are changed by hand."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Mapping

from specmend.release.archives import Archive

NAME = "tiny-shop"
PACKAGE = "tiny_shop"
SECONDS = 1_700_000_000

PROJECT = """\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "tiny-shop"
version = "1.2.0"
description = "A client of a shop."
readme = "README.md"
license = "Apache-2.0"
requires-python = ">=3.11"

[tool.hatch.build.targets.wheel]
packages = ["tiny_shop"]

[tool.hatch.build.targets.wheel.force-include]
"manifest.json" = "tiny_shop/manifest.json"
"""

SOURCES: Mapping[str, bytes] = {
    "README.md": b"# tiny-shop\n\n```python\nfrom tiny_shop import PRICE\n\nprint(PRICE)\n```\n",
    "pyproject.toml": PROJECT.encode(),
    "tiny_shop/__init__.py": b'"""A shop."""\n\nfrom tiny_shop.deep.price import PRICE as PRICE\n',
    "tiny_shop/deep/__init__.py": b"",
    "tiny_shop/deep/price.py": b"PRICE = 12\n",
    "tiny_shop/py.typed": b"",
}


def manifest_of(sources: Mapping[str, bytes]) -> bytes:
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in sources.items()}
    return json.dumps({"api": NAME, "sanitized": {}, "files": digests}).encode()


def package_files(**changed: str | None) -> dict[str, bytes]:
    """The files of the package with its manifest; a change of None takes a file away."""
    sources = dict(SOURCES)
    for key, text in changed.items():
        name = {"project": "pyproject.toml", "readme": "README.md"}.get(key, f"{key}.py")
        sources.pop(name, None)
        if text is not None:
            sources[name] = text.encode()
    return {**sources, "manifest.json": manifest_of(sources)}


def repacked(archive: Archive, change: Callable[[dict[str, bytes]], None]) -> Archive:
    """An archive with its members changed, and no list of them made anew."""
    members = _members(archive)
    change(members)
    return Archive(name=archive.name, data=_packed(archive, members))


def record_row(name: str, data: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("=")
    return f"{name},sha256={digest},{len(data)}\n"


def _members(archive: Archive) -> dict[str, bytes]:
    if archive.is_wheel:
        with zipfile.ZipFile(io.BytesIO(archive.data)) as packed:
            return {name: packed.read(name) for name in packed.namelist()}
    with tarfile.open(fileobj=io.BytesIO(archive.data)) as unpacked:
        files = ((entry.name, unpacked.extractfile(entry)) for entry in unpacked)
        return {name: file.read() for name, file in files if file is not None}


def _packed(archive: Archive, members: Mapping[str, bytes]) -> bytes:
    into = io.BytesIO()
    if archive.is_wheel:
        with zipfile.ZipFile(into, "w") as packed:
            for name, data in members.items():
                packed.writestr(name, data)
        return into.getvalue()
    with tarfile.open(fileobj=into, mode="w:gz") as unpacked:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            unpacked.addfile(entry, io.BytesIO(data))
    return into.getvalue()
