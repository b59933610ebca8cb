"""The top level holds what ARCHITECTURE.md names, and nothing else."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

from tests.repository import ROOT

PLACES = {
    ".ci",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".pre-commit-config.yaml",
    ".pre-commit-hooks.yaml",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "changelog.d",
    "docs",
    "generated",
    "patches",
    "pyproject.toml",
    "requirements.lock",
    "spec",
    "tests",
    "tools",
}

INDEX_HOSTS = re.compile(r"https?://([\w.-]+)(?::\d+)?(?:/[\w.+-]+)*/simple\b")
PUBLIC_INDEXES = {"pypi.org", "test.pypi.org", "HOST", "127.0.0.1"}
"""What a release may name (PEP 503), beside the hosts of examples."""


def tracked() -> list[str]:
    """Every file that git knows or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [name for name in listed if (ROOT / name).exists()]


def test_the_top_level_holds_the_fixed_places_and_nothing_else() -> None:
    found = {name.split("/")[0] for name in tracked()}
    assert {"spec", "patches", "tools", "generated", "tests", "README.md"} <= found
    assert found <= PLACES


def test_every_place_is_explained() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    for place in ("spec/", "patches/", "tools/specmend/", "generated/", "tests/"):
        assert place in page


def test_each_api_of_the_settings_has_its_folders_and_no_other_folder_is_there() -> None:
    apis = set(
        tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["specmend"]["apis"]
    )
    assert apis == {"ollama-native", "ollama-openai"}
    for place in ("spec", "patches", "generated"):
        assert {path.name for path in (ROOT / place).iterdir() if path.is_dir()} == apis


def test_nothing_of_a_machine_or_of_a_registry_is_committed() -> None:
    words = (
        f"{ROOT}/",
        f"{ROOT.parent}/",
        f"{Path.home()}/",
        "--find-links",
    )
    own = Path(__file__).relative_to(ROOT).as_posix()
    files = [name for name in tracked() if name != own]
    assert files
    for name in files:
        text = (ROOT / name).read_text("utf-8", errors="replace")
        found = [word for word in words if len(word) > 2 and word in text]
        assert not found, f"{name}: {found}"
        hosts = {host for host in INDEX_HOSTS.findall(text) if not host.endswith(".example")}
        assert hosts <= PUBLIC_INDEXES, f"{name}: {hosts}"
