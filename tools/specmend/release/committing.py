"""Makes a commit beside the working tree, and brings the branch to it when that is wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.release.programs import Ended, Surroundings, run_program
from specmend.source.git_command import own_environment

_ABOUT_NAMES: Final = 'git config user.name "…", and git config user.email "…"'


def commit_files(
    top: Path, parent: str, files: Mapping[str, bytes], places: Sequence[str], message: str
) -> str:
    """A commit on top of another one, with these files in these places and nothing else there.

    Files and places are seen from the root of the repository. Neither its branch nor its working
    tree changes: the commit can be looked at, and left. Raises OutsideError where git fails, and
    RepositoryError where it does not know who makes the commit.
    """
    _refuse_nobody(top)
    with TemporaryDirectory() as name:
        tree = Path(name) / "tree"
        for file, data in files.items():
            path = tree / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        inside = {"GIT_INDEX_FILE": str(Path(name) / "index"), "GIT_WORK_TREE": str(tree)}
        inside["GIT_DIR"] = _git(top, "rev-parse", "--absolute-git-dir").output.strip()
        _git(top, "read-tree", parent, **inside)
        _git(tree, "add", "--all", "--force", "--", *places, **inside)
        written = _git(top, "write-tree", **inside).output.strip()
    return _git(
        top, "commit-tree", *_signed(top), "-p", parent, "-m", message, written
    ).output.strip()


def refuse_detached(top: Path) -> None:
    """Raise RepositoryError where HEAD is at no branch: no branch would have the new commit."""
    if _run(top, "symbolic-ref", "--quiet", "HEAD").code:
        message = "HEAD is at no branch, and the commit of the release would be in none"
        advice = "git switch BRANCH; in CI, release what a branch has with its version and notes"
        raise RepositoryError(Problem(message=message, advice=advice))


def go_to(top: Path, commit: str) -> None:
    """Bring the branch and the working tree to a commit on top of it.

    Raises OutsideError where git does not.
    """
    _git(top, "merge", "--ff-only", "--quiet", commit)


def is_unpushed(folder: Path, commit: str) -> bool:
    """Whether branches of a remote are known, and none of them has a commit."""
    remote = ("branch", "--remotes")
    known = _run(folder, *remote).output.strip()
    return bool(known) and not _run(folder, *remote, "--contains", commit).output.strip()


def _refuse_nobody(top: Path) -> None:
    for who in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        if _run(top, "var", who).code:
            message = "git does not know who makes the commit of the release"
            raise RepositoryError(Problem(message=message, advice=_ABOUT_NAMES))


def _signed(top: Path) -> Sequence[str]:
    """The option that signs, where the settings of git ask for it."""
    asked = _run(top, "config", "--type=bool", "commit.gpgsign").output.strip()
    return ["--gpg-sign"] if asked == "true" else []


def _git(folder: Path, *words: str, **variables: str) -> Ended:
    done = _run(folder, *words, **variables)
    if done.code:
        message = f"git {words[0]} failed with exit code {done.code}"
        advice = "look at git status, and run the same command again"
        raise OutsideError(Problem(message=message, found=done.words, advice=advice))
    return done


def _run(folder: Path, *words: str, **variables: str) -> Ended:
    fixed = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    around = Surroundings(variables={**own_environment(), **fixed, **variables})
    return run_program(["git", *words], folder, around)
