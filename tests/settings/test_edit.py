"""A version is written into the settings, and every other byte stays."""

from __future__ import annotations

import pytest

from specmend.settings.edit import with_version

OURS = '# ours\n[apis.pets]   # the pets\npackage = "pets"\n'
PROJECT = '[project]\nname = "x"\n\n[tool.specmend.apis.pets]\npackage = "pets"\n\n[tool.ruff]\n'


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "specmend.toml",
            OURS + 'version = "0.1.0" # old\n',
            OURS + 'version = "0.2.0" # old\n',
        ),
        ("specmend.toml", OURS, OURS + 'version = "0.2.0"\n'),
        (
            "specmend.toml",
            OURS + '[apis.pets.bump]\nnew-below-1 = "minor"\n',
            OURS + 'version = "0.2.0"\n\n[apis.pets.bump]\nnew-below-1 = "minor"\n',
        ),
        (
            "specmend.toml",
            OURS.replace("\n", "\r\n") + "[apis.cats]\r\n",
            OURS.replace("\n", "\r\n") + 'version = "0.2.0"\r\n[apis.cats]\r\n',
        ),
        ("specmend.toml", 'apis.pets = {package = "pets"}', None),
        ("specmend.toml", 'apis = {pets = {package = "pets"}}', None),
        ("specmend.toml", OURS + '[indexes.x]\nurl = "https://x/"\n[apis.pets.bump]\n', None),
        ("specmend.toml", 'apis.pets.package = "pets"\n', None),
        (
            "pyproject.toml",
            PROJECT,
            PROJECT.replace('"pets"\n', '"pets"\nversion = "0.2.0"\n'),
        ),
    ],
    ids=[
        "there",
        "new",
        "above-a-table",
        "other-line-breaks",
        "inline",
        "inside",
        "apart",
        "dotted",
        "pyproject",
    ],
)
def test_a_version_is_written(name: str, before: str, after: str | None) -> None:
    written = with_version(before.encode(), name, "pets", "0.2.0").decode()
    if after is None:
        assert 'version = "0.2.0"' in written
    else:
        assert written == after
