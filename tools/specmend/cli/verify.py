"""The command `verify`: what an index serves of a release, beside what its commit makes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Final

import typer

from specmend.cli import console
from specmend.cli.options import HERE, AsJson, ProjectFolder
from specmend.project.repository import Project
from specmend.release.compare import MemberChange
from specmend.release.indexes import DEFAULT
from specmend.release.verify import Verified, VerifiedFile

Release = Annotated[
    str,
    typer.Argument(metavar="NAME==VERSION", help="The package as the index calls it, and which."),
]
IndexName = Annotated[
    str,
    typer.Option(
        "--index",
        metavar="NAME|URL",
        help="The index: pypi, testpypi, one of the settings, or the address of its simple pages.",
    ),
]

_STATES: Final = {
    "same": "the very bytes",
    "changed": "other bytes",
    "missing": "the index does not serve it",
    "strange": "the commit makes no such file",
}
_HOWS: Final = {
    "changed": "has other bytes",
    "missing": "is missing",
    "added": "is too much",
    "unreadable": "is damaged",
    "packed": "is packed in another way, from byte {offset} on; its content is the same",
}
_AROUND: Final = "the archive differs from byte {offset} on; the files in it are the same"


def verify(
    release: Release,
    index: IndexName = DEFAULT,
    project: ProjectFolder = HERE,
    as_json: AsJson = False,
) -> None:
    """Build a released package again of its commit, and compare.

    Downloads the wheel and the source archive, finds the commit that the package tells and that
    its tag names, and builds both archives of that commit; the working tree has no part in it. The
    commit must also have each document and step that the package says it was made of. Where bytes
    differ, it names the file in the archive, with both digests, and ends with exit code 1.
    """
    progress = console.progress(quiet=as_json)
    found = Project.find(project).verify(release, index, progress=progress)
    if as_json:
        console.data(_data(found))
    else:
        _print(found)
    if not found.is_same:
        raise typer.Exit(1)


def _print(found: Verified) -> None:
    relation = "is" if found.is_same else "is not"
    commit = f"what the commit {found.commit[:12]} makes, byte for byte"
    console.good(f"{found.name}=={found.version}", f"{relation} {commit}")
    for line in (*_notes(found), *(line for file in found.files for line in _lines(file))):
        console.line(console.shown(line))


def _notes(found: Verified) -> Iterator[str]:
    yield f"  index   {found.index}"
    yield f"  commit  {found.commit}"
    yield f"  tag     {found.tag or 'no tag names this version'}"
    if not found.is_told:
        yield "  note    the package does not tell its commit; the tag does"
    for name in found.strayed:
        yield f"  note    the commit has not the {name} that made the package"
    if found.is_yanked:
        why = f": {found.why_yanked}" if found.why_yanked else ""
        yield f"  note    this release is yanked: nobody gets it who does not ask for it{why}"


def _lines(file: VerifiedFile) -> Iterator[str]:
    yield f"  {file.name}: {_STATES[file.state]}"
    if not file.is_as_listed:
        yield "    the index lists another digest than the file that it serves has"
    if file.state == "same":
        yield f"    sha256 {file.served}"
    else:
        yield from _digests(file.served, file.built, "    ")
    for change in file.members:
        yield f"    {_words(change)}"
        yield from _digests(change.served, change.built, "      ")


def _words(change: MemberChange) -> str:
    if not change.name:
        return _AROUND.format(offset=change.offset)
    return f"{change.name} {_HOWS[change.how].format(offset=change.offset)}"


def _digests(served: str, built: str, margin: str) -> Iterator[str]:
    if served:
        yield f"{margin}served sha256 {served}"
    if built:
        yield f"{margin}built  sha256 {built}"


def _data(found: Verified) -> dict[str, Any]:
    return {
        "ok": found.is_same,
        "name": found.name,
        "version": found.version,
        "index": found.index,
        "commit": found.commit,
        "tag": found.tag,
        "strayed": list(found.strayed),
        "is_told": found.is_told,
        "is_yanked": found.is_yanked,
        "why_yanked": found.why_yanked,
        "files": [
            {
                "name": file.name,
                "state": file.state,
                "served": file.served,
                "built": file.built,
                "is_as_listed": file.is_as_listed,
                "members": [
                    {
                        "name": one.name,
                        "how": one.how,
                        "served": one.served,
                        "built": one.built,
                        "offset": one.offset,
                    }
                    for one in file.members
                ],
            }
            for file in found.files
        ],
    }
