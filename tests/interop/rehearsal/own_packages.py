"""Releases what this repository publishes by the command, and installs and uses it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.interop.rehearsal.servers import PASSWORD, USER, Server
from tests.project.in_git import Repository
from tests.repository import ROOT

sys.path.insert(0, str(ROOT / "tests" / "ollama"))

NAMES = ("ollama-native", "ollama-openai", "specmend")
SPECMEND = Path(sys.executable).with_name("specmend")
PUBLIC = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple/")
EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def rehearse(folder: Path, server: Server, programs: Path) -> None:
    """Release all packages to an index, and use each of them as a newcomer does."""
    clone = _repository(folder)
    simple, upload = server.url + server.simple, server.url + server.upload
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in WHO}
    credentials = {"TWINE_USERNAME": USER, "TWINE_PASSWORD": PASSWORD}
    where = ["--index", simple, "--publish-url", upload]
    command = [str(SPECMEND), "release", *NAMES, *where, "--yes"]
    _quietly(command, clone.project, who | credentials)
    print(f"released by one command: {', '.join(NAMES)}", flush=True)
    tags = clone.git("ls-remote", "--refs", "origin", "refs/tags/*")
    assert all(f"refs/tags/{name}-v" in tags for name in NAMES), tags
    _first_chats(folder, simple)
    _pipx(folder, simple, programs)


WHO = (("NAME", "A"), ("EMAIL", "a@pets.example"))


def _repository(folder: Path) -> Repository:
    """What is committed here, as the one commit of a repository with an origin."""
    clone = Repository(folder / "clone", folder / "clone")
    clone.project.mkdir(parents=True)
    for file in Repository(ROOT, ROOT).git("ls-files", "-z").split("\0"):
        if file:
            (clone.project / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / file, clone.project / file)
    clone.git("init", "--quiet", "--initial-branch=main", "--template=")
    clone.commit("All there is")
    clone.git("init", "--quiet", "--bare", "--template=", str(folder / "origin.git"))
    clone.git("remote", "add", "origin", str(folder / "origin.git"))
    clone.git("push", "--quiet", "origin", "main")
    return clone


def _first_chats(folder: Path, simple: str) -> None:
    """The first example of each README, from the installed package, answers on the loopback."""
    from fake_models import ModelHandler, model_server

    environment = folder / "chats"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / "bin" / "python"
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    apis = [name for name in NAMES if name != "specmend"]
    subprocess.run([*pip, "--no-deps", "--index-url", simple, *apis], check=True)
    subprocess.run([*pip, *apis], check=True)
    with model_server() as address:
        ModelHandler.models.append("llama3.2:latest")
        for api in apis:
            readme = (ROOT / "generated" / api / "README.md").read_text("utf-8")
            answer = _run(python, EXAMPLE.findall(readme)[0], folder, address)
            assert answer.strip()
            print(f"{api}: the first chat answers {answer.strip()!r}", flush=True)


def _quietly(command: list[str], folder: Path, variables: dict[str, str]) -> None:
    """Run a command; what it says is printed where it fails."""
    around = {**os.environ, **variables}
    done = subprocess.run(command, cwd=folder, env=around, check=False, capture_output=True)
    if done.returncode:
        print((done.stdout + done.stderr).decode(errors="replace")[-5000:], flush=True)
        raise AssertionError(f"{command[0]} ended with {done.returncode}")


def _run(python: Path, program: str, folder: Path, address: str) -> str:
    done = subprocess.run(
        [str(python), "-I", "-c", program],
        cwd=folder,
        env={**os.environ, "OLLAMA_HOST": address},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def _pipx(folder: Path, simple: str, programs: Path) -> None:
    """`pipx install specmend` gives the command; what it needs comes from the public index."""
    place = {"PIPX_HOME": str(folder / "pipx"), "PIPX_BIN_DIR": str(folder / "bin")}
    others = f"--extra-index-url {PUBLIC} --quiet"
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    words = [f"specmend=={version}", "--index-url", simple, "--pip-args", others]
    command = [str(programs / "pipx"), "install", "--python", sys.executable, *words]
    _quietly(command, folder, place)
    shutil.rmtree(folder / "clone")
    ours = [str(folder / "bin" / "specmend"), "release", "--help"]
    told = subprocess.run(ours, cwd=folder, check=True, capture_output=True, text=True).stdout
    assert "--archives" in told
    print(f"pipx install specmend=={version}: the command is there", flush=True)
