"""A program `gh` that keeps releases of a forge in a file, as GitHub keeps them."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

TOKEN = "given to the last step alone"  # noqa: S105 - a stand-in


def install_gh(folder: Path) -> Path:
    """Put the program into a folder of programs; gives its store."""
    folder.mkdir(exist_ok=True)
    store = folder / "releases.json"
    store.write_text("{}", "utf-8")
    program = folder / "gh"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} {__file__} "{store}" "$@"\n', "utf-8")
    program.chmod(0o755)
    return store


def main(store: Path, arguments: list[str]) -> str:
    """Do what is asked for, and give what it prints; raises SystemExit where `gh` fails."""
    assert os.environ["GH_TOKEN"] == TOKEN
    if arguments == ["auth", "setup-git"]:
        return ""
    words = _parsed(arguments)
    releases = json.loads(store.read_bytes())
    if words.action != "create" and words.tag not in releases:
        sys.exit("release not found")
    if words.action == "view":
        assert (words.json, words.jq) == ("body", ".body")
        return str(releases[words.tag]["body"]) + "\n"
    if words.action == "create":
        assert words.tag not in releases
        assert words.verify_tag
        _refuse_without_tag(words.tag)
    releases.setdefault(words.tag, {"edits": 0, "prerelease": words.prerelease})
    releases[words.tag]["title"] = words.title
    # GitHub keeps lines as a browser sends them.
    text = Path(words.notes_file).read_text("utf-8")
    releases[words.tag]["body"] = text.rstrip("\n").replace("\n", "\r\n")
    releases[words.tag]["edits"] += words.action == "edit"
    store.write_text(json.dumps(releases), "utf-8")
    return ""


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["release"])
    parser.add_argument("action", choices=["view", "create", "edit"])
    parser.add_argument("tag")
    for name in ("--json", "--jq", "--title", "--notes-file"):
        parser.add_argument(name)
    for name in ("--verify-tag", "--prerelease"):
        parser.add_argument(name, action="store_true")
    return parser.parse_args(arguments)


def _refuse_without_tag(tag: str) -> None:
    """Fail where the origin lacks the tag, as --verify-tag does."""
    words = ["git", "ls-remote", "--exit-code", "origin", f"refs/tags/{tag}"]
    if subprocess.run(words, check=False, stdout=subprocess.DEVNULL).returncode:
        sys.exit(f"tag {tag} doesn't exist in the repo")


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), sys.argv[2:]))
