"""What git says of a project: what changed since a revision, files as they were, and tags."""

from __future__ import annotations

import io
import os
import re
import tarfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from specmend.errors import GitMissing, GitTooSlow, OutsideError, Problem, UsageError
from specmend.source.git_command import GitRun, own_environment, run_git

_SINCE_MERGE_BASE: Final = "..."
_SETTINGS: Final = ("core.fsmonitor=false",)
_AS_COMMITTED: Final = (*_SETTINGS, "core.autocrlf=false")
_CHANGED: Final = ("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-relative")
_UNTRACKED: Final = ("ls-files", "--others", "--exclude-standard", "--full-name", "-z")
_STATUS: Final = ("diff", "--name-status", "-z", "--no-renames", "--no-ext-diff", "--no-relative")
_DEFAULT_BRANCHES: Final = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
_TAGS: Final = (
    "for-each-ref",
    "--format=%(refname:strip=2)%09%(creatordate:short)",
    "refs/tags",
)
_COMMIT: Final = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
NO_COMMIT: Final = frozenset({"0" * 40, "0" * 64})
"""What a push names as the commit before a new branch, or after a deleted one."""

_WHOLE_HISTORY: Final = (
    "bring in the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in GitLab,"
    " or git fetch --unshallow"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """The git repository that a project is in.

    `top` is its root, and `prefix` the way from there to the project, with a slash at its end; it
    is empty where the project is the whole repository.
    """

    folder: Path
    top: Path
    prefix: str

    def commit_of(self, revision: str, head: str = "HEAD") -> str:
        """The commit that a revision means; `REVISION...` means its merge base with `head`.

        Raises UsageError for an unknown revision, and OutsideError where a shallow clone lacks it.
        """
        named = revision.removesuffix(_SINCE_MERGE_BASE)
        words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}")
        commit = _run(self.folder, *words)
        if not named or commit.exit_code:
            raise self._unknown(named)
        if named == revision:
            return commit.text
        base = _run(self.folder, "merge-base", commit.text, head)
        if base.exit_code:
            raise self._no_merge_base(named, head)
        return base.text.splitlines()[0]

    def default_base(self, head: str = "HEAD") -> tuple[str, str]:
        """The default branch of the repository, and the commit where `head` left it.

        That is the branch that the remote `origin` names, or else main or master, there or here.
        Raises UsageError where there is none, and OutsideError where a shallow clone lacks it.
        """
        for name in _DEFAULT_BRANCHES:
            found = _run(self.folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
            if not found.exit_code:
                return self._shown_branch(name), self.commit_of(f"{name}{_SINCE_MERGE_BASE}", head)
        message = "git knows no default branch here"
        advice = "name what to compare with: --base REV"
        if self._is_shallow():
            message, advice = f"{message}: this clone is shallow", f"{advice}; or {_WHOLE_HISTORY}"
        raise UsageError(Problem(message=message, advice=advice))

    def changed_files(self, commit: str) -> tuple[str, ...]:
        """Every file that is not as it was at a commit, seen from the root of the repository.

        Committed, staged and unstaged changes count, and untracked files that are not ignored.
        """
        found = {
            *self._list(*_CHANGED, commit, "--"),
            *self._list(*_CHANGED, "--cached", commit, "--"),
            *self._list(*_UNTRACKED, folder=self.top),
        }
        return tuple(sorted(found))

    def file_at(self, commit: str, path: str) -> bytes | None:
        """A file of the project as it was at a commit; None where there was none."""
        shown = _run(self.folder, "cat-file", "blob", f"{commit}:{self.prefix}{path}")
        return None if shown.exit_code else shown.output

    def commits_of(self, path: str, most: int, commit: str = "HEAD") -> tuple[tuple[str, str], ...]:
        """The last commits, up to one, that changed a file of the project; each with its day.

        The newest one is the first. There is none in a repository without commits.
        """
        words = ("log", f"--max-count={most}", "--format=%H%x09%cs", "--end-of-options", commit)
        listed = _run(self.top, *words, "--", f":(literal){self.prefix}{path}")
        if listed.exit_code:
            return ()
        pairs = (line.partition("\t") for line in listed.text.splitlines())
        return tuple((name, day) for name, _, day in pairs)

    def folder_at(self, commit: str, path: str, *, from_top: bool = False) -> Mapping[str, bytes]:
        """The files of a folder of the project as they were at a commit, by their paths in it.

        With `from_top`, the folder is seen from the root of the repository.
        """
        inside = path.removesuffix(".") if path == "." else path
        place = f"{commit}:{'' if from_top else self.prefix}{inside}"
        packed = _run(self.top, "archive", "--format=tar", place, settings=_AS_COMMITTED)
        if packed.exit_code:
            return {}
        with tarfile.open(fileobj=io.BytesIO(packed.output)) as archive:
            files = [entry for entry in archive if entry.isfile()]
            read = ((entry.name, archive.extractfile(entry)) for entry in files)
            return {name: file.read() for name, file in read if file is not None}

    def tree_of(self, commit: str, path: str) -> str:
        """What git calls the contents of a file or folder at a commit; `path` is seen from `top`.

        It is empty where there was none, and the same for the same contents.
        """
        found = _run(self.top, "rev-parse", "--verify", "--quiet", f"{commit}:{path}")
        return "" if found.exit_code else found.text

    def files_named(self, commit: str, names: Collection[str]) -> tuple[str, ...]:
        """Every file at a commit that has one of these names, seen from the root."""
        listed = self._list("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
        return tuple(file for file in listed if file.rpartition("/")[2] in names)

    def moves_between(self, commit: str, head: str = "") -> Mapping[str, str]:
        """The files that differ between two commits: `A` for added, `D` for deleted, or another.

        Without a `head`, that is the working tree with its untracked files. Files are seen from the
        root of the repository.
        """
        words = [commit, head] if head else [commit]
        listed = list(self._list(*_STATUS, *words, "--"))
        found = {file: status[:1] for status, file in zip(listed[::2], listed[1::2], strict=True)}
        if not head:
            found |= dict.fromkeys(self._list(*_UNTRACKED, folder=self.top), "A")
        return found

    def tags(self) -> Mapping[str, str]:
        """The day of every tag of the repository, as 2025-03-01."""
        pairs = (line.partition("\t") for line in self._lines(*_TAGS))
        return {name: day for name, _, day in pairs}

    def last_change(self, *paths: str) -> str:
        """The last commit of this branch that changed a file or folder of these; empty without one.

        A merge counts as the one commit that it is on this branch. Raises OutsideError in a shallow
        clone, which cannot tell.
        """
        if self._is_shallow():
            message = "this clone is shallow, and does not tell which commit changed a file"
            raise OutsideError(Problem(message=message, advice=_WHOLE_HISTORY))
        return next(iter(self.changes_of(paths, 1)), "")

    def changes_of(self, paths: Iterable[str], most: int) -> tuple[str, ...]:
        """The last commits of this branch that changed a file or folder of these, as above."""
        words = ("log", f"-{most}", "--first-parent", "--format=%H", "HEAD", "--", *paths)
        return tuple(_checked(self.folder, *words).text.splitlines())

    def is_before(self, commit: str, later: str) -> bool:
        """Whether a commit is in the history of another one, or is that one."""
        return not _run(self.folder, "merge-base", "--is-ancestor", commit, later).exit_code

    def seconds_of(self, commit: str) -> int:
        """When a commit was made, in seconds since 1970."""
        return int(_checked(self.folder, "log", "-1", "--format=%ct", commit).text)

    def tag_commit(self, tag: str) -> str:
        """The commit that a tag names; empty where there is no such tag."""
        words = ("rev-parse", "--verify", "--quiet", f"refs/tags/{tag}^{{commit}}")
        return _run(self.folder, *words).text

    def _list(self, *words: str, folder: Path | None = None) -> Iterable[str]:
        printed = _checked(folder or self.folder, *words).output
        return (os.fsdecode(name) for name in printed.split(b"\0") if name)

    def _lines(self, *words: str) -> Iterable[str]:
        return os.fsdecode(_checked(self.folder, *words).output).splitlines()

    def _unknown(self, revision: str) -> UsageError | OutsideError:
        if not revision or revision in NO_COMMIT:
            return _no_revision(revision)
        if self._is_shallow():
            message = f"this clone is shallow, and lacks the revision {revision}"
            return OutsideError(Problem(message=message, advice=_WHOLE_HISTORY))
        if revision == "HEAD":
            message = "this repository has no commit yet"
            return UsageError(Problem(message=message, advice="git add, and git commit"))
        advice = "git fetch brings in what is new at the origin; a branch of it is origin/NAME"
        if _COMMIT.fullmatch(revision):
            advice = f"git fetch origin {revision} brings it in, if the origin still has it"
        return UsageError(
            Problem(
                message=f"git knows no revision '{revision}' here",
                expected="a branch, a tag or a commit",
                advice=advice,
            )
        )

    def _no_merge_base(self, revision: str, head: str) -> UsageError | OutsideError:
        message = f"{revision} and {head} have no common ancestor"
        if self._is_shallow():
            return OutsideError(
                Problem(message=f"{message} in this shallow clone", advice=_WHOLE_HISTORY)
            )
        advice = f"compare with the revision itself: {revision}, without the dots"
        return UsageError(Problem(message=message, advice=advice))

    def _shown_branch(self, name: str) -> str:
        """The branch that origin/HEAD stands for; any other is its own name."""
        found = _run(self.folder, "rev-parse", "--abbrev-ref", name)
        return found.text or name

    def _is_shallow(self) -> bool:
        return _checked(self.folder, "rev-parse", "--is-shallow-repository").text == "true"


def open_history(folder: Path) -> History:
    """The git repository that a folder is in; raises OutsideError where git or that is missing."""
    found = _run(folder, "rev-parse", "--show-toplevel", "--show-prefix")
    if found.exit_code:
        raise _no_repository(folder, found)
    top, prefix = os.fsdecode(found.output).split("\n")[:2]
    return History(folder=folder, top=Path(top), prefix=prefix)


def find_history(folder: Path) -> History | None:
    """The git repository that a folder is in; None where there is none, or no git."""
    try:
        return open_history(folder)
    except OutsideError:
        return None


def _checked(folder: Path, *words: str) -> GitRun:
    """A command of git that ended well; raises OutsideError for any other."""
    done = _run(folder, *words)
    if done.exit_code:
        message = f"git {words[0]} failed with exit code {done.exit_code}"
        raise OutsideError(Problem(message=message, file=str(folder), found=_said(done)))
    return done


def _run(folder: Path, *words: str, settings: Sequence[str] = _SETTINGS) -> GitRun:
    try:
        return run_git(words, folder, _environment(), settings)
    except GitMissing as error:
        advice = "install it; without it nobody knows what changed"
        raise OutsideError(Problem(message="git is not installed", advice=advice)) from error
    except GitTooSlow as error:
        message = f"git {words[0]} took {error}"
        raise OutsideError(Problem(message=message, file=str(folder))) from error


def _no_revision(revision: str) -> UsageError:
    """What a program gives that has no commit to name: nothing, or a commit of zeros."""
    if not revision:
        message, advice = "the revision is empty", "name one, or leave the option out"
    else:
        message = "a revision of zeros is no commit: a push names it for a branch that is new"
        advice = "compare with where the branch left the default branch: leave --base out, or"
        advice += " --base origin/main..."
    return UsageError(Problem(message=message, advice=advice))


def _no_repository(folder: Path, found: GitRun) -> OutsideError:
    if any((parent / ".git").exists() for parent in (folder, *folder.parents)):
        trust = f"git config --global --add safe.directory {folder}"
        advice = f"if its files belong to another user: {trust}"
        message = "git does not read the repository of this project"
        return OutsideError(
            Problem(message=message, file=str(folder), found=_said(found), advice=advice)
        )
    message = "this project is in no git repository"
    advice = "clone it, and do not copy its files alone; without git nobody knows what changed"
    return OutsideError(Problem(message=message, file=str(folder), advice=advice))


def _environment() -> Mapping[str, str]:
    return {**own_environment(), "GIT_OPTIONAL_LOCKS": "0"}


def _said(done: GitRun) -> str:
    """What git said of a failure, in its first line."""
    return next(iter(done.said), "").strip()
