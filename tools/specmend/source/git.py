"""A document read out of a git repository by the program `git`, in a temporary folder."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from typing import Final

from specmend.errors import OutsideError
from specmend.source.address import GitAddress, refusal
from specmend.source.answer import Answer, refuse_too_large

LONGEST: Final = 300
"""Seconds that one command of git may take."""
_SHOWN_LINES: Final = 5
_GIT: Final = ("git", "-c", "core.hooksPath=/dev/null", "-c", "http.followRedirects=initial")
_AS_LITTLE_AS_POSSIBLE: Final = ("--quiet", "--depth=1", "--no-tags", "--filter=blob:none")


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


class _Git:
    """Runs git in one folder; raises OutsideError in its own words."""

    def __init__(self, address: GitAddress, folder: str) -> None:
        self._address, self._folder = address, folder

    def fetch_commit(self) -> str:
        """Bring in the one revision, without its files where the server can; gives its commit."""
        revision = self._address.revision
        self.run("init", "--quiet", "--bare", ".")
        self.run("remote", "add", "origin", self._address.url)
        self.run("fetch", *_AS_LITTLE_AS_POSSIBLE, "origin", revision)
        return self.run("rev-parse", "--verify", "FETCH_HEAD^{commit}").decode().strip()

    def run(self, *words: str) -> bytes:
        """What one command prints."""
        where = self._address.origin
        try:
            finished = subprocess.run(  # noqa: S603 - no shell; the address was read word by word
                [*_GIT, *words],
                cwd=self._folder,
                env=_environment(self._address.url),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=LONGEST,
                check=False,
            )
        except FileNotFoundError as error:
            advice = "install it, or use another source"
            raise refusal(where, "git is not installed", advice=advice) from error
        except subprocess.TimeoutExpired as error:
            message = f"git took more than {LONGEST:g} seconds"
            raise refusal(where, message, advice="try later") from error
        if finished.returncode:
            raise self._failure(words[0], finished)
        return finished.stdout

    def _failure(self, command: str, finished: subprocess.CompletedProcess[bytes]) -> OutsideError:
        printed = finished.stderr.decode(errors="replace").splitlines()
        lines = [line for line in printed if line.strip()]
        address = self._address
        return refusal(
            address.origin,
            f"git {command} failed with exit code {finished.returncode}",
            found="\n".join(lines[-_SHOWN_LINES:]),
            expected=f"{address.path} at revision {address.revision} of {address.url}",
            advice="a revision is a branch, a tag or a whole commit hash",
        )


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
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }
