"""The law of any document: it builds, imports, type-checks, and has one method per operation."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.generate.checkers import mypy_cache
from tests.generate.conftest import write_parcel
from tests.messages import raw_words, told

from specmend.document.text.document import parse_document
from specmend.errors import SpecmendError
from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan

EXAMINED = Path(__file__).with_name("examined.py")
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


@dataclass(frozen=True, kw_only=True, slots=True)
class Broken:
    """A document, by its number in the batch, for which the law does not hold.

    `raw` says that an exception came out that no person should see.
    """

    index: int
    stage: str
    words: str
    raw: bool = False

    @property
    def kind(self) -> str:
        """The stage and the words without names and numbers: alike for the same fault elsewhere."""
        line = self.words.partition("\n")[0]
        words = re.sub(r"^\S*?:\d+:\d+:? |\S*/\S*|'[^']*'|\"[^\"]*\"|\S*[A-Z_0-9]\S*", "", line)
        return f"{self.stage}: {words}"

    def __str__(self) -> str:
        return f"document {self.index}: {self.stage}: {self.words}"


def broken(trees: Sequence[Any], folder: Path, *, types: bool = True) -> list[Broken]:
    """Where the law does not hold for a batch of documents; packages are written to a folder."""
    built: dict[str, int] = {}
    found: list[Broken] = []
    for index, tree in enumerate(trees):
        faults = list(_build(index, tree, folder))
        found += faults
        if not any(fault.stage == "build" for fault in faults):
            built[f"api_{index}"] = index
    if built:
        found += _examined(trees, built, folder)
        found += [*_mypy(built, folder), *_pyright(built, folder)] if types else []
    return found


def _build(index: int, tree: Any, folder: Path) -> Iterator[Broken]:
    plan = PackagePlan(
        api="api",
        package=f"api_{index}",
        version="1",
        description="d",
        license="MIT",
        header="",
    )
    try:
        document = parse_document(json.dumps(tree, indent=2), "upstream.json")
        made = generate(tree, plan, document)
    except SpecmendError as fault:
        yield Broken(index=index, stage="build", words=told(fault))
        yield from _raw(index, told(fault))
        return
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is what the test reports
        words = f"{type(fault).__name__}: {fault}"
        yield Broken(index=index, stage="build", words=words, raw=True)
        return
    yield from _raw(index, "\n".join(made.warnings))
    write_parcel(made, folder / f"api_{index}")


def _raw(index: int, words: str) -> Iterator[Broken]:
    for line in words.splitlines():
        for word in raw_words(line):
            yield Broken(index=index, stage="words", words=f"{word} in: {line}")


def _examined(trees: Sequence[Any], built: Mapping[str, int], folder: Path) -> Iterator[Broken]:
    # Each package has a folder of its own; one process reads them all.
    names = [f"{folder / name}" for name in built]
    done = subprocess.run(
        [sys.executable, str(EXAMINED), *names],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    if done.returncode:
        yield Broken(index=min(built.values()), stage="examine", words=done.stderr[-2000:])
        return
    for name, report in json.loads(done.stdout).items():
        yield from _judged(built[name], trees[built[name]], report)


def _judged(index: int, tree: Any, report: Mapping[str, Any]) -> Iterator[Broken]:
    for fault in report["faults"]:
        yield Broken(index=index, stage=fault.partition(":")[0], words=fault)
    expected = Counter(operations(tree))
    made = Counter((method, shape(path)) for method, path in report["operations"])
    if made != expected:
        words = f"missing {dict(expected - made)}, too many {dict(made - expected)}"
        yield Broken(index=index, stage="operations", words=words)
    if len(report["requests"]) + report["refused"] != expected.total():
        words = f"{expected.total()} operations, but {report}"
        yield Broken(index=index, stage="methods", words=words)


def operations(tree: Any) -> Iterator[tuple[str, str]]:
    """Method and form of the path of every operation, read by other means than the toolchain's."""
    for path, item in tree.get("paths", {}).items():
        held = item
        while "$ref" in held:
            held = _at(tree, held["$ref"])
        for method in METHODS:
            if method in held:
                yield method.upper(), shape(path)
        for method in held.get("additionalOperations", {}):
            yield method, shape(path)


def _at(tree: Any, reference: str) -> Any:
    """What a reference within the document leads to (RFC 6901)."""
    for token in reference.removeprefix("#/").split("/"):
        tree = tree[token.replace("~1", "/").replace("~0", "~")]
    return tree


def shape(path: str) -> str:
    """A path without the names of its parameters."""
    return re.sub(r"{[^}]*}", "{}", path)


def _mypy(built: Mapping[str, int], folder: Path) -> Iterator[Broken]:
    paths = [str(folder / name / name) for name in built]
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary"]
    done = subprocess.run(
        [*command, "--cache-dir", mypy_cache(), *paths],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    yield from _by_package("mypy", done.stdout + done.stderr, built)


def _pyright(built: Mapping[str, int], folder: Path) -> Iterator[Broken]:
    names = [str(folder / name / name) for name in built]
    extra = [{"root": str(folder / name)} for name in built]
    settings = {"include": names, "executionEnvironments": extra}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "-p", str(folder)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    lines = [line for line in done.stdout.splitlines() if " - error" in line]
    yield from _by_package("pyright", "\n".join(lines), built)


def _by_package(stage: str, output: str, built: Mapping[str, int]) -> Iterator[Broken]:
    lines: dict[int, list[str]] = {}
    for line in output.splitlines():
        match = re.search(r"\bapi_(\d+)\b", line)
        lines.setdefault(int(match[1]) if match else min(built.values()), []).append(line.strip())
    for index, found in lines.items():
        yield Broken(index=index, stage=stage, words="\n".join(found[:5]))
