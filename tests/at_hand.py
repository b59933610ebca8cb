"""The two generators for tests: each run is a copy of a process that has imported all it needs.

Most of a run's time goes into its imports, and the tests generate hundreds of packages. Programs
that tests start by themselves, such as the command line, start the generators as any user does.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest

from specmend.generate import processes

GENERATORS: Final = {
    "specmend.generate.client": ["specmend.generate.client.project"],
    "datamodel_code_generator": [
        "datamodel_code_generator.format",
        "datamodel_code_generator.model.pydantic_v2",
        "datamodel_code_generator.parser.generation",
        "datamodel_code_generator.parser.openapi",
    ],
}
"""The generators, each with the modules that every run of it imports."""

_SERVER: Final = """
import importlib, json, os, runpy, sys
module, *imported = sys.argv[1:]
for name in imported:
    importlib.import_module(name)
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        break
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
else:
    sys.exit()
asked = json.loads(line)
os.chdir(asked["folder"])
os.environ.clear()
os.environ.update(asked["environment"])
for number, name in enumerate([os.devnull, asked["output"], asked["words"]]):
    os.dup2(os.open(name, os.O_RDWR), number)
sys.argv[1:] = asked["arguments"]
runpy.run_module(module, run_name="__main__", alter_sys=True)
"""


@contextmanager
def generators_at_hand() -> Iterator[None]:
    """Let builds in this process copy the generators; on systems without fork they start anew."""
    servers = Servers()
    with pytest.MonkeyPatch.context() as patch:
        if sys.platform == "linux":
            known = {"PIPE", "DEVNULL", "TimeoutExpired"}
            rest = {name: getattr(subprocess, name) for name in known}
            patch.setattr(processes, "subprocess", SimpleNamespace(Popen=servers.start, **rest))
        yield
    servers.stop()


class Servers:
    """The processes that wait for a run of a generator, those that are idle by their module."""

    def __init__(self) -> None:
        self._idle: dict[str, list[subprocess.Popen[str]]] = {name: [] for name in GENERATORS}

    def start(self, words: Sequence[str], **options: Any) -> Any:
        """What `subprocess.Popen` does, of a generator with a copy."""
        *before, flag, module = words[:5]
        if flag != "-m" or module not in GENERATORS:
            return subprocess.Popen(words, **options)
        idle = self._idle[module]
        server = idle.pop() if idle else _server(module, before, options["env"])
        return _Copy(server, idle, words[5:], options["cwd"], options["env"])

    def stop(self) -> None:
        """Let all end that wait."""
        for server in (one for idle in self._idle.values() for one in idle):
            server.communicate()


class _Copy:
    """A run of a generator, with as much of `subprocess.Popen` as is asked for."""

    def __init__(
        self,
        server: subprocess.Popen[str],
        idle: list[subprocess.Popen[str]],
        arguments: Sequence[str],
        folder: Path,
        environment: Mapping[str, str],
    ) -> None:
        self._server = server
        self._idle = idle
        self._said = [tempfile.NamedTemporaryFile() for _ in range(2)]  # noqa: SIM115 - closed in communicate
        output, words = (file.name for file in self._said)
        asked = {
            "arguments": arguments,
            "folder": str(folder),
            "environment": environment,
            "output": output,
            "words": words,
        }
        assert server.stdin is not None
        server.stdin.write(json.dumps(asked) + "\n")
        server.stdin.flush()
        self.returncode: int | None = None

    def communicate(self, **_: float) -> tuple[str, str]:
        """Wait for the end; what was written to the standard output and to the standard error."""
        assert self._server.stdout is not None
        self.returncode = int(self._server.stdout.readline())
        self._idle.append(self._server)
        output, words = (file.read().decode("utf-8", "replace") for file in self._said)
        for file in self._said:
            file.close()
        return output, words


def _server(
    module: str, interpreter: Sequence[str], environment: Mapping[str, str]
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*interpreter, "-c", _SERVER, module, *GENERATORS[module]],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
