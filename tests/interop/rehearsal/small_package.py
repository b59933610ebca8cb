"""Releases a package to a real devpi-server and a real pypiserver, and meets each refusal there."""

from __future__ import annotations

import base64
import hashlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from tests.project.in_git import Repository
from tests.release.works import make

from specmend.errors import SpecmendError
from specmend.project.release import Released, carry_out
from specmend.project.release_plan import plan_release
from specmend.project.repository import Project
from specmend.release.indexes import Index

SERVERS = ("devpi-server", "pypiserver[passlib]")
USER, PASSWORD = "root", "only-for-this-run"
LONGEST_START = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """A real index that runs."""

    name: str
    index: Index


def main() -> None:
    """Release to each index: first, again, with a wrong password, and with other bytes."""
    with TemporaryDirectory() as name:
        place = Path(name)
        programs = install(place)
        for serve in (devpi, pypiserver):
            folder = place / serve.__name__
            folder.mkdir()
            with serve(folder, programs) as server:
                rehearse(folder / "work", server)


def install(place: Path) -> Path:
    """The folder of the servers' programs, installed in an environment of their own."""
    given = os.environ.get("INDEX_PROGRAMS")
    if given:
        return Path(given)
    subprocess.run([sys.executable, "-m", "venv", str(place / "servers")], check=True)
    programs = place / "servers" / "bin"
    pip = [str(programs / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *SERVERS], check=True)
    return programs


def rehearse(folder: Path, server: Server) -> None:
    """Every way of a release that an index has a part in; prints a line for each."""
    make(folder)
    clone = Repository(folder / "clone", folder / "clone")
    os.environ["TWINE_USERNAME"] = USER
    os.environ["TWINE_PASSWORD"] = "wrong"  # noqa: S105 - it opens nothing
    report(server, "a wrong password", refusal(clone, server))
    os.environ["TWINE_PASSWORD"] = PASSWORD
    first = release(clone, server)
    report(server, "the first release", told(first))
    again = release(clone, server)
    assert not again.is_new
    report(server, "the same again", told(again))
    clone.git("tag", "--delete", again.plan.tag)
    clone.git("push", "--quiet", "origin", f":refs/tags/{again.plan.tag}")
    # The same files in a commit of another time are other archives.
    clone.git("commit", "--amend", "--no-edit", GIT_COMMITTER_DATE="2030-01-01T00:00:00Z")
    report(server, "other bytes", refusal(clone, server))


def release(clone: Repository, server: Server) -> Released:
    """A whole release, with the check of the tree and the installation from the index."""
    return carry_out(plan_release(Project.find(clone.project).api("pets"), server.index))


def refusal(clone: Repository, server: Server) -> str:
    """Why a release stops."""
    try:
        release(clone, server)
    except SpecmendError as error:
        problem = error.problems[0]
        return f"{problem.message} ({problem.found})" if problem.found else problem.message
    raise AssertionError("this release must stop")


def told(done: Released) -> str:
    """What became of each stage."""
    return ", ".join(f"{one.stage} {one.fate}" for one in done.stages)


def report(server: Server, what: str, words: str) -> None:
    """Print one line of the table."""
    print(f"{server.name:12} {what:18} {words}", flush=True)


@contextmanager
def devpi(folder: Path, programs: Path) -> Iterator[Server]:
    """A devpi-server with one index whose files cannot be overwritten."""
    data = str(folder / "data")
    words = ["--serverdir", data, "--no-root-pypi", "--root-passwd", PASSWORD]
    subprocess.run([str(programs / "devpi-init"), *words], check=True, capture_output=True)
    port = free_port()
    command = [str(programs / "devpi-server"), "--serverdir", data, "--port", str(port)]
    with running(command, f"http://127.0.0.1:{port}/+api") as _:
        where = f"http://127.0.0.1:{port}"
        login = httpx.post(f"{where}/+login", json={"user": USER, "password": PASSWORD}).json()
        token = base64.b64encode(f"{USER}:{login['result']['password']}".encode()).decode()
        made = httpx.put(
            f"{where}/{USER}/dev",
            json={"bases": [], "volatile": False, "type": "stage"},
            headers={"X-Devpi-Auth": token},
        )
        made.raise_for_status()
        index = Index(
            name="devpi", simple=f"{where}/{USER}/dev/+simple/", upload=f"{where}/{USER}/dev/"
        )
        yield Server(name="devpi-server", index=index)


@contextmanager
def pypiserver(folder: Path, programs: Path) -> Iterator[Server]:
    """A pypiserver that asks for a password where files are uploaded."""
    packages = folder / "packages"
    packages.mkdir()
    digest = base64.b64encode(hashlib.sha1(PASSWORD.encode(), usedforsecurity=False).digest())
    (folder / "passwords").write_text(f"{USER}:{{SHA}}{digest.decode()}\n")
    port = free_port()
    words = ["-p", str(port), "-i", "127.0.0.1", "-P", str(folder / "passwords"), "-a", "update"]
    command = [str(programs / "pypi-server"), "run", *words, str(packages)]
    where = f"http://127.0.0.1:{port}/"
    with running(command, f"{where}simple/"):
        yield Server(
            name="pypiserver", index=Index(name="ours", simple=f"{where}simple/", upload=where)
        )


@contextmanager
def running(command: list[str], page: str) -> Iterator[None]:
    """A server that answers on a page, and ends with the block."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(LONGEST_START * 4):
            time.sleep(0.25)
            try:
                httpx.get(page)
                break
            except httpx.TransportError:
                assert process.poll() is None, f"{command[0]} ended"
        yield
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
