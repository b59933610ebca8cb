"""Builds both packages with several Pythons in unlike surroundings, and compares the bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
WANTED = ("3.11", "3.13")
"""The versions of Python to compare; a machine may lack some, and needs two."""

PARTS = ("hatchling", "packaging", "pathspec", "pluggy", "trove-classifiers", "tomlkit", "msgspec")
"""What building takes, in the versions of this environment."""

ZLIB = "zlib-ng==1.1.0"
OTHER_ZLIB = """\
import sys
from zlib_ng import zlib_ng
sys.modules["zlib"] = zlib_ng
"""

BUILD = """\
import sys
from pathlib import Path
from specmend.release.archives import build_archives
from specmend.release.provenance import Stamp, stamped

for api in ("ollama-native", "ollama-openai"):
    top = Path(sys.argv[1], api)
    files = {p.relative_to(top).as_posix(): p.read_bytes() for p in top.rglob("*") if p.is_file()}
    files = {name: data for name, data in files.items() if "__pycache__" not in name}
    name, folder = api.replace("-", "_"), f"generated/{api}"
    stamp = Stamp(package=name, commit="0" * 40, seconds=1700000000, folder=folder)
    for archive in build_archives(stamped(files, stamp), stamp.seconds):
        print(archive.name, len(archive.data), archive.digest)
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """Where and with what a build runs."""

    name: str
    python: Path
    umask: int
    variables: Mapping[str, str]
    other_zlib: bool = False


def main() -> None:
    """Print what each Python builds in its surroundings; fail where any byte differs."""
    found = dict(pythons())
    if len(found) < 2:
        sys.exit(f"only Python {', '.join(found) or 'of no wanted version'} is on this machine")
    told: dict[str, str] = {}
    with TemporaryDirectory() as name:
        for place, around in enumerate(surroundings(found)):
            # Each one has a folder of another depth.
            folder = Path(name, *("deep",) * place, "work")
            told[around.name] = built(folder, around)
            print(f"{around.name}\n{told[around.name]}", flush=True)
    if len({*told.values()}) != 1:
        sys.exit("the bytes differ")
    print(f"the same bytes {len(told)} times")


def pythons() -> Iterator[tuple[str, Path]]:
    """The wanted Pythons of this machine: on the way to programs, or among those of pyenv."""
    for wanted in WANTED:
        places = [shutil.which(f"python{wanted}")]
        versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
        places += map(str, sorted(versions.glob(f"{wanted}.*/bin/python{wanted}")))
        for place in filter(None, places):
            if subprocess.run([place, "-c", ""], check=False, capture_output=True).returncode == 0:
                yield wanted, Path(place)
                break


def surroundings(found: Mapping[str, Path]) -> Iterator[Surroundings]:
    """Each Python in surroundings of its own, and the last one with another zlib too."""
    zones = ("America/St_Johns", "Pacific/Chatham", "UTC")
    for number, (name, python) in enumerate(found.items()):
        variables = {
            "TZ": zones[number % len(zones)],
            "PYTHONHASHSEED": str(11 * number + 1),
            "LC_ALL": ("C", "de_DE.UTF-8", "tr_TR.UTF-8")[number % 3],
            "HOME": f"/nowhere/{number}",
        }
        umask = (0o022, 0o077, 0o002)[number % 3]
        about = f"Python {name}, umask {umask:03o}, {variables['TZ']}"
        yield Surroundings(name=about, python=python, umask=umask, variables=variables)
    yield Surroundings(
        name=f"Python {name}, zlib-ng", python=python, umask=0, variables={}, other_zlib=True
    )


def built(folder: Path, around: Surroundings) -> str:
    """What a Python builds: name, size and digest of each archive, a line each."""
    packages = folder / "packages"
    shutil.copytree(ROOT / "generated", packages)
    environment = made_environment(folder, around)
    ended = subprocess.run(
        [environment / "bin" / "python", "-P", "-c", BUILD, packages],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "tools"), **around.variables},
        umask=around.umask,
        check=True,
        capture_output=True,
        text=True,
    )
    return "".join(f"  {line}\n" for line in ended.stdout.splitlines())


def made_environment(folder: Path, around: Surroundings) -> Path:
    """An environment of a Python with what building takes."""
    environment = folder / "environment"
    subprocess.run([around.python, "-m", "venv", environment], check=True)
    parts = [f"{name}=={version(name)}" for name in PARTS] + [ZLIB] * around.other_zlib
    pip = [str(environment / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--no-deps", *parts], check=True)
    if around.other_zlib:
        (site,) = environment.glob("lib/python*/site-packages")
        (site / "sitecustomize.py").write_text(OTHER_ZLIB)
    return environment


if __name__ == "__main__":
    main()
