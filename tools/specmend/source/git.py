"""A document read out of a git repository by the program `git`, in a temporary folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from specmend.errors import GitMissing, GitTooSlow, OutsideError
from specmend.source.address import GitAddress, refusal
from specmend.source.answer import Answer, refuse_too_large
from specmend.source.git_command import GitRun, run_git

_SHOWN_LINES: Final = 5
_SETTINGS: Final = ("http.followRedirects=initial",)
_ONE_REVISION: Final = ("--quiet", "--depth=1", "--no-tags")
_NO_FILES: Final = "--filter=blob:none"
_ORDINARY: Final = ("100644", "100755")


def read_from_git(address: GitAddress) -> Answer:
    """A file as it is at a revision.

    Only that revision is brought in, and where the server can, only that file. Raises OutsideError
    where git fails or is not there, or where the file is too large.
    """
    with tempfile.TemporaryDirectory(prefix="specmend-git-") as folder:
        git = _Git(address, folder)
        commit = git.fetch_commit()
        file = f"{commit}:{address.path}"
        if git.run("cat-file", "-t", file).strip() != b"blob":
            message = "this is a folder of the repository and not a file"
            raise refusal(address.origin, message, found=address.path)
        refuse_too_large(int(git.run("cat-file", "-s", file)), address.origin)
        data = git.run("cat-file", "blob", file)
    return Answer(origin=address.origin, data=data, commit=commit)


class GitTree:
    """All files of one revision, brought in when the first of them is read."""

    def __init__(self, address: GitAddress, commit: str) -> None:
        self._address, self._commit = address, commit
        self._folder = tempfile.TemporaryDirectory(prefix="specmend-git-")
        self._listed: dict[str, tuple[str, int]] | None = None

    def read(self, path: str, name: str) -> bytes | None:
        """The bytes of a file, which messages call `name`; None where there is none.

        Raises OutsideError where git fails, or where the file is too large.
        """
        if self._listed is None:
            self._listed = self._bring()
        if path not in self._listed:
            return None
        digest, size = self._listed[path]
        refuse_too_large(size, name)
        return self._git.run("cat-file", "blob", digest)

    def close(self) -> None:
        """Remove what was brought in."""
        self._folder.cleanup()

    def _bring(self) -> dict[str, tuple[str, int]]:
        """Bring in the revision, and list its files by path, with their digests and sizes."""
        self._git = _Git(self._address, self._folder.name)
        if self._git.fetch_commit(whole=True) != self._commit:
            message = "the repository moved while it was read"
            raise refusal(self._address.origin, message, advice="try again")
        listed = self._git.run("ls-tree", "-r", "-l", "-z", self._commit).decode(errors="replace")
        return dict(_entries(listed))


class _Git:
    """Runs git in one folder; raises OutsideError in its own words."""

    def __init__(self, address: GitAddress, folder: str) -> None:
        self._address, self._folder = address, folder

    def fetch_commit(self, *, whole: bool = False) -> str:
        """Bring in the one revision, and give its commit.

        Its files stay behind where the server can do that, unless the `whole` of it is wanted.
        """
        revision = self._address.revision
        self.run("init", "--quiet", "--bare", ".")
        self.run("remote", "add", "origin", self._address.url)
        words = _ONE_REVISION if whole else (*_ONE_REVISION, _NO_FILES)
        self.run("fetch", *words, "origin", revision)
        return self.run("rev-parse", "--verify", "FETCH_HEAD^{commit}").decode().strip()

    def run(self, *words: str) -> bytes:
        """What one command prints."""
        where, environment = self._address.origin, _environment(self._address.url)
        try:
            ended = run_git(words, Path(self._folder), environment, _SETTINGS)
        except GitMissing as error:
            advice = "install it, or use another source"
            raise refusal(where, "git is not installed", advice=advice) from error
        except GitTooSlow as error:
            raise refusal(where, f"git took {error}", advice="try later") from error
        if ended.exit_code:
            raise self._failure(words[0], ended)
        return ended.output

    def _failure(self, command: str, ended: GitRun) -> OutsideError:
        address = self._address
        return refusal(
            address.origin,
            f"git {command} failed with exit code {ended.exit_code}",
            found="\n".join(ended.said[-_SHOWN_LINES:]),
            expected=f"{address.path} at revision {address.revision} of {address.url}",
            advice="a revision is a branch, a tag or a whole commit hash",
        )


def _entries(listed: str) -> Iterator[tuple[str, tuple[str, int]]]:
    """The ordinary files in what `git ls-tree -l -z` prints: mode, type, digest, size, and path."""
    for line in filter(None, listed.split("\0")):
        facts, _, path = line.partition("\t")
        mode, _, digest, size = facts.split()
        if mode in _ORDINARY:
            yield path, (digest, int(size))


def _environment(url: str) -> Mapping[str, str]:
    """The user's own environment, for keys and proxies.

    Left out is what leads git to another repository, or lets it ask questions.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name == "GIT_SSH"
    }
    return {
        **kept,
        "GIT_ALLOW_PROTOCOL": url.partition("://")[0],
        "GIT_SSH_COMMAND": os.environ.get("GIT_SSH_COMMAND", "ssh -oBatchMode=yes"),
    }
