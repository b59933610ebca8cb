"""A real devpi-server and a real pypiserver on this machine, run for a while."""

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

import httpx

PROGRAMS = ("devpi-server>=6.20,<7", "pypiserver[passlib]>=2.4,<3", "pipx>=1.8,<2")
USER, PASSWORD = "root", "only-for-this-run"
LONGEST_START = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """A real index that runs at an address: where its pages are, and where it takes files."""

    name: str
    url: str
    simple: str
    upload: str


def install(place: Path) -> Path:
    """The folder of the programs, installed in an environment of their own.

    INDEX_PROGRAMS names a folder that has them already.
    """
    given = os.environ.get("INDEX_PROGRAMS")
    if given:
        return Path(given)
    subprocess.run([sys.executable, "-m", "venv", str(place / "servers")], check=True)
    programs = place / "servers" / "bin"
    pip = [str(programs / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *PROGRAMS], check=True)
    return programs


@contextmanager
def devpi(folder: Path, programs: Path) -> Iterator[Server]:
    """A devpi-server with one index whose files cannot be overwritten."""
    data = str(folder / "data")
    words = ["--serverdir", data, "--no-root-pypi", "--root-passwd", PASSWORD]
    subprocess.run([str(programs / "devpi-init"), *words], check=True, capture_output=True)
    port = free_port()
    command = [str(programs / "devpi-server"), "--serverdir", data, "--port", str(port)]
    with running(command, f"http://127.0.0.1:{port}/+api") as where:
        _make_index(where)
        place = f"/{USER}/dev/"
        yield Server(name="devpi-server", url=where, simple=f"{place}+simple/", upload=place)


def _make_index(where: str) -> None:
    login = httpx.post(f"{where}/+login", json={"user": USER, "password": PASSWORD}).json()
    token = base64.b64encode(f"{USER}:{login['result']['password']}".encode()).decode()
    made = httpx.put(
        f"{where}/{USER}/dev",
        json={"bases": [], "volatile": False, "type": "stage"},
        headers={"X-Devpi-Auth": token},
    )
    made.raise_for_status()


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
    with running(command, f"http://127.0.0.1:{port}/simple/") as where:
        yield Server(name="pypiserver", url=where, simple="/simple/", upload="/")


@contextmanager
def running(command: list[str], page: str) -> Iterator[str]:
    """A server that answers on a page, and ends with the block; gives where it is."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(process, page)
        yield page.rpartition("/+api")[0] or page.removesuffix("/simple/")
    finally:
        process.terminate()
        process.wait()


def _wait_for(process: subprocess.Popen[bytes], page: str) -> None:
    for _ in range(LONGEST_START * 4):
        time.sleep(0.25)
        assert process.poll() is None, f"{page}: the server ended"
        try:
            httpx.get(page)
        except httpx.TransportError:
            continue
        return
    raise AssertionError(f"{page} does not answer")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
