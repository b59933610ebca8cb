"""The guide on documents of many files: its files become the document that it shows."""

from __future__ import annotations

import tomllib
from pathlib import Path

from docs.make.examples import blocks
from tests.source.bundle.files import take

from specmend.source.address import FileAddress
from specmend.source.answer import Answer
from specmend.source.fetch import bring

PAGE = "guides/many-files.md"
*FILES, PINNED, _ = blocks(PAGE, "yaml")
(PIN,) = blocks(PAGE, "toml")


def test_the_files_of_the_page_become_its_document(tmp_path: Path) -> None:
    files = {text.split("\n")[0].removeprefix("# "): text for text in FILES}
    made = take(tmp_path, files)
    assert made.document.text == PINNED
    pinned = tomllib.loads(PIN)
    assert list(made.made_by) == pinned["made-by"]
    assert [record.path for record in made.sources] == list(pinned["sources"])
    sizes = [facts["bytes"] for facts in pinned["sources"].values()]
    assert [record.size for record in made.sources] == sizes
    root = FileAddress(origin="openapi.yaml", path=tmp_path / "openapi.yaml")
    assert bring(root) == Answer(origin="openapi.yaml", data=FILES[0].encode())
