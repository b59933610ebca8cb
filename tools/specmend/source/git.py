"""A document read out of a git repository by the program `git`, in a folder that goes afterwards."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from typing import Final

from specmend.source.address import GitAddress, refusal
from specmend.source.answer import Answer, refuse_too_large

LONGEST: Final = 300
"""Seconds that one command of git may take."""
_SHOWN_LINES: Final = 5


def read_from_git(address: GitAddress) -> Answer:
    """A file as it is at a revision; only that revision is brought in, and where the server can, only that file.

    Raises OutsideError where git fails or is not there, or where the file is too large.
    """
    with tempfile.TemporaryDirectory(prefix="specmend-git-") as folder:
        git = _Git(address, folder)
        git.run("init", "--quiet", "--bare", ".")
        git.run("remote", "add", "origin", address.url)
        git.run(
            "fetch",
            "--quiet",
            "--depth=1",
            "--no-tags",
            "--filter=blob:none",
            "origin",
            address.revision,
        )
        commit = git.run("rev-parse", "--verify", "FETCH_HEAD^{commit}").decode().strip()
        file = f"{commit}:{address.path}"
        if git.run("cat-file", "-t", file).strip() != b"blob":
            raise refusal(
                address.origin,
                "this is a folder of the repository and not a file",
                found=address.path,
            )
        refuse_too_large(int(git.run("cat-file", "-s", file)), address.origin)
        return Answer(origin=address.origin, data=git.run("cat-file", "blob", file), commit=commit)


class _Git:
    """Runs git in one folder; raises OutsideError in its own words."""

    def __init__(self, address: GitAddress, folder: str) -> None:
        self._address, self._folder = address, folder

    def run(self, *words: str) -> bytes:
        """What one command prints."""
        command = [
            "git",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "http.followRedirects=initial",
            *words,
        ]
        where = self._address.origin
        try:
            done = subprocess.run(  # noqa: S603 - no shell; the address was read word by word
                command, cwd=self._folder, env=_environment(self._address.url), stdin=subprocess.DEVNULL,
                capture_output=True, timeout=LONGEST, check=False,
            )  # fmt: skip
        except FileNotFoundError as error:
            raise refusal(
                where, "git is not installed", advice="install it, or use another source"
            ) from error
        except subprocess.TimeoutExpired as error:
            raise refusal(
                where, f"git took more than {LONGEST} seconds", advice="try later"
            ) from error
        if done.returncode:
            lines = [
                line for line in done.stderr.decode(errors="replace").splitlines() if line.strip()
            ]
            raise refusal(
                where, f"git {words[0]} failed with exit code {done.returncode}",
                found="\n".join(lines[-_SHOWN_LINES:]),
                expected=f"{self._address.path} at revision {self._address.revision} of {self._address.url}",
                advice="a revision is a branch, a tag or a whole commit hash",
            )  # fmt: skip
        return done.stdout


def _environment(url: str) -> Mapping[str, str]:
    """The user's own, for keys and proxies, but nothing that leads git to another repository or asks questions."""
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
