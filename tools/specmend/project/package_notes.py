"""What waits for the next entry of a changelog: fragments of towncrier, and what people wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from specmend.errors import OutsideError, Problem
from specmend.release.changelog import UNRELEASED, Sections, joined, sections_in
from specmend.release.programs import Surroundings, run_module
from specmend.settings.package_layout import PackageLayout
from specmend.storage.read import is_there, read_file
from specmend.storage.toml import parse_toml

_TOOL: Final = "towncrier"
_NEXT: Final = "next"


def waiting_notes(package: PackageLayout) -> Sections:
    """What the entry of the next version will say; nothing where nothing waits.

    Raises OutsideError where there are fragments, and towncrier is missing or cannot read them.
    """
    written = sections_in(changelog_of(package), UNRELEASED) or {}
    return joined(written, _rendered(package) if fragments_of(package) else {})


def fragments_of(package: PackageLayout) -> Sequence[Path]:
    """The fragments of the changelog, which a release collects and deletes."""
    settings = _settings(package)
    folder = package.generated / str(settings.get("directory", "newsfragments"))
    kinds = {kind["directory"] for kind in settings.get("type", ())}
    if not settings or not folder.is_dir():
        return ()
    return [file for file in sorted(folder.iterdir()) if kinds & {*file.name.split(".")[1:]}]


def changelog_of(package: PackageLayout) -> str:
    """The text of a package's changelog; empty where there is none."""
    file = package.changelog
    content = read_file(file, package.show(file)) if is_there(file) else b""
    return content.decode("utf-8", "replace")


def _settings(package: PackageLayout) -> Mapping[str, Any]:
    """The settings of towncrier, where the pyproject.toml has some."""
    content = read_file(package.project, package.show(package.project))
    tool = parse_toml(content, package.show(package.project))[1].get("tool", {})
    found: Mapping[str, Any] = tool.get(_TOOL, {})
    return found


def _rendered(package: PackageLayout) -> Sections:
    """What towncrier makes of the fragments, as `towncrier build --draft` prints it."""
    if find_spec(_TOOL) is None:
        message = "towncrier is not installed, which collects the fragments of the changelog"
        raise OutsideError(Problem(message=message, advice="pip install towncrier"))
    words = [_TOOL, "build", "--draft", "--version", _NEXT]
    ended = run_module(words, package.generated, Surroundings())
    entry = sections_in(ended.output, _NEXT)
    if ended.code or entry is None:
        message = "towncrier does not collect the fragments of the changelog"
        advice = f"try it: towncrier build --draft --version {_NEXT}"
        raise OutsideError(Problem(message=message, found=ended.words, advice=advice))
    return entry
