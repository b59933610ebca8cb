"""Big documents: our build beside the two bare generators: `big.py [DOCUMENT ...]`.

Without documents: GitHub's of the npm package @octokit/openapi, and box and stripe of the folder
`shared` beside the repository. What is not here is left out. Each line is one process after the
other on one machine: seconds, seconds of CPU, and peak memory of the largest process.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peers import installs, peers

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
CARRIER = "@octokit/openapi"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
TENTH = 10

MEASURED = """
import resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
seconds = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.returncode)
"""

FIRST_CALL = """
import importlib, time
start = time.process_time()
package = importlib.import_module("client")
imported = time.process_time()
package.Client("http://localhost")
module = importlib.import_module("client.api.FOLDER")
from client._codec import adapter
operation = getattr(module, module.__all__[0]).OPERATION
for kind in operation.success.values():
    if kind is not None and not isinstance(kind, dict):
        adapter(kind)
print(imported - start, time.process_time() - imported)
"""


@dataclass(frozen=True, kw_only=True)
class Run:
    """What one command took: seconds, seconds of CPU, megabytes at its peak; and its exit code."""

    seconds: float
    cpu: float
    memory: float
    code: int

    def __add__(self, other: Run) -> Run:
        return Run(
            seconds=self.seconds + other.seconds,
            cpu=self.cpu + other.cpu,
            memory=max(self.memory, other.memory),
            code=self.code or other.code,
        )


def main() -> None:
    """Print a table for each document."""
    with tempfile.TemporaryDirectory() as home:
        asked = [Path(path).resolve() for path in sys.argv[1:]]
        for path in asked or [github(Path(home)), CORPUS / "box.json", CORPUS / "stripe.json"]:
            if not path.is_file():
                print(f"{path.name}: not here, skipped")
                continue
            with tempfile.TemporaryDirectory() as name:
                show(path, Path(name))


def github(folder: Path) -> Path:
    """GitHub's document, installed into a folder; no file where it cannot be."""
    (folder / "package.json").write_text("{}")
    wanted = f"{CARRIER}@{peers('npm')[CARRIER]}"
    installs(["npm", "install", "--no-audit", "--no-fund", wanted], folder, CARRIER)
    return folder / "node_modules" / CARRIER / "generated" / "api.github.com.json"


def show(path: Path, folder: Path) -> None:
    """The lines of one document."""
    tree = json.loads(path.read_bytes())
    print(f"{path.name:<44}{'s':>8}{'CPU s':>8}{'MB':>8}")
    ours = built(path, folder / "ours")
    line("specmend build", ours)
    bare = [*bare_generators(path, folder)]
    for words, run in bare:
        line(words, run)
    line("the two bare ones, one after the other", bare[0][1] + bare[1][1])
    imported, called = first_call(folder / "ours")
    print(f"{'import of our client, CPU ms':<44}{imported * 1000:>16.0f}")
    print(f"{'types of one call after it, CPU ms':<44}{called * 1000:>16.0f}")
    part = folder / "tenth.json"
    part.write_text(json.dumps(tenth(tree)))
    line("specmend build of a tenth of the operations", built(part, folder / "part"))
    print(f"{'operations and schemas of the tenth':<44}{share(part, path):>16}", flush=True)


def line(words: str, run: Run) -> None:
    failed = f"  (exit code {run.code})" if run.code else ""
    print(f"{words:<44}{run.seconds:>8.1f}{run.cpu:>8.1f}{run.memory:>8.0f}{failed}", flush=True)


def built(path: Path, folder: Path) -> Run:
    """A build of the document in a project of its own."""
    folder.mkdir()
    own = [sys.executable, "-m", "specmend"]
    source = shutil.copy(path, folder / "document.json")
    made = [*own, "init", "client", "--from", str(source)]
    subprocess.run(made, cwd=folder, capture_output=True, check=True)
    return measured([*own, "build", "client"], folder)


def bare_generators(path: Path, folder: Path) -> Iterator[tuple[str, Run]]:
    """Both generators alone, with their own defaults."""
    name = "openapi-python-client generate"
    words = ["openapi_python_client", "generate", "--path", str(path), "--output-path", "bare"]
    yield name, measured([sys.executable, "-m", *words], folder)
    words = ["datamodel_code_generator", "--input", str(path), "--output", "models.py"]
    words += ["--output-model-type", "pydantic_v2.BaseModel"]
    yield "datamodel-codegen", measured([sys.executable, "-m", *words], folder)


def measured(command: Sequence[str], folder: Path) -> Run:
    """One run of a command, told by a process that starts nothing else."""
    place = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PATH": place},
    )
    seconds, cpu, memory, code = map(float, done.stdout.split())
    return Run(seconds=seconds, cpu=cpu, memory=memory, code=int(code))


def first_call(folder: Path) -> tuple[float, float]:
    """CPU seconds of the import, and of the types of an operation after it."""
    generated = folder / "generated" / "client"
    subprocess.run([sys.executable, "-m", "compileall", "-q", "."], cwd=generated, check=False)
    group = min(one.parent.name for one in generated.glob("client/api/*/__init__.py"))
    code = FIRST_CALL.replace("FOLDER", group)
    runs = []
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=generated, capture_output=True, text=True, check=True
        )
        runs.append([float(word) for word in done.stdout.split()])
    return min(one for one, _ in runs), min(one for _, one in runs)


def tenth(tree: Any) -> Any:
    """A document with every tenth path, and the schemas that these need."""
    paths = dict([*tree["paths"].items()][::TENTH])
    kept: dict[str, dict[str, Any]] = {}
    components, waiting = tree.get("components", {}), [paths]
    while waiting:
        for kind, name in references(waiting.pop()):
            if name not in kept.setdefault(kind, {}):
                kept[kind][name] = components[kind][name]
                waiting.append(kept[kind][name])
    schemes = components.get("securitySchemes")
    kept |= {"securitySchemes": schemes} if schemes else {}
    without = {key: value for key, value in tree.items() if key not in ("webhooks", "x-webhooks")}
    return {**without, "paths": paths, "components": kept}


def references(node: Any) -> Iterator[tuple[str, str]]:
    """The components that a part of a document refers to."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str) and value.startswith("#/components/"):
                kind, _, name = value.removeprefix("#/components/").partition("/")
                yield kind, name.partition("/")[0]
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def share(part: Path, whole: Path) -> str:
    """How many operations and schemas a part has, of how many."""
    few, all_ = (counts(json.loads(path.read_bytes())) for path in (part, whole))
    return f"{few[0]}/{all_[0]}, {few[1]}/{all_[1]}"


def counts(tree: Any) -> tuple[int, int]:
    operations = sum(key in METHODS for item in tree["paths"].values() for key in item)
    return operations, len(tree.get("components", {}).get("schemas", {}))


if __name__ == "__main__":
    main()
