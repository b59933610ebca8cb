"""Whether specmend runs two real generators: openapi-typescript of npm, openapi-generator of Maven.

Both are installed, pinned, into a folder that is thrown away, and make clients of the two documents
of this repository and of a small one. Then what they made is compiled, and each fault that `check`
must find is made. The exit status is 0 when all went as it must.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent.parent
NPM: Final = {"openapi-typescript": "7.13.0", "typescript": "5.9.3"}
JAR: Final = "org.openapitools:openapi-generator-cli:7.10.0"
OURS: Final = ("ollama-native", "ollama-openai")
OWN: Final = "petstore"

TABLES: Final = """
[apis.{api}.generators.typescript]
command = ["{{project}}/node_modules/.bin/openapi-typescript", "{{document}}",
    "--output", "{{output}}/schema.d.ts"]
version-command = ["{{project}}/node_modules/.bin/openapi-typescript", "--version"]

[apis.{api}.generators.go]
command = ["java", "-jar", "{{project}}/tools/{jar}", "generate", "--generator-name", "go",
    "--input-spec", "{{document}}", "--output", "{{output}}",
    "--additional-properties=packageName={package},packageVersion={{version}}"]
version-command = ["java", "-jar", "{{project}}/tools/{jar}", "version"]
environment = ["JAVA_HOME"]
"""


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What a command of specmend left behind, and how long it took."""

    code: int
    words: str
    seconds: float
    processor: float


def main() -> int:
    """Install, build, compile, and make the faults."""
    with tempfile.TemporaryDirectory() as name:
        project = Path(name).resolve()
        if not installed(project):
            return 2
        write_project(project)
        results = [*builds(project), *compiled(project), *faults(project)]
    for what, is_right, found in results:
        print(f"{'ok ' if is_right else 'NO '} {what}: {found}")
    return 0 if all(is_right for _, is_right, _ in results) else 1


def installed(project: Path) -> bool:
    """Install both tools; says so where one cannot be."""
    (project / "package.json").write_text('{"private": true}', "utf-8")
    packages = [f"{name}@{version}" for name, version in NPM.items()]
    output = f"-DoutputDirectory={project / 'tools'}"
    commands = (
        ["npm", "install", "--no-audit", "--no-fund", *packages],
        ["mvn", "--batch-mode", "--quiet", "dependency:copy", f"-Dartifact={JAR}", output],
    )
    for command in commands:
        try:
            subprocess.run(command, cwd=project, capture_output=True, timeout=600, check=True)
        except (OSError, subprocess.SubprocessError):
            print(f"left out, as it cannot be installed: {command[0]} {command[-1]}")
            return False
    return True


def write_project(project: Path) -> None:
    """Write a project with our two documents and a small one, without Python clients."""
    jar = "-".join(JAR.split(":")[1:]) + ".jar"
    text = ""
    for api in (*OURS, OWN):
        package = api.replace("-", "")
        text += f"[apis.{api}]\n" + TABLES.format(api=api, jar=jar, package=package)
    for api in OURS:
        shutil.copytree(ROOT / "spec" / api, project / "spec" / api)
        ignored = shutil.ignore_patterns("client")
        shutil.copytree(ROOT / "patches" / api, project / "patches" / api, ignore=ignored)
    start = run(project, "init", OWN, "--from", str(HERE / "generators" / "petstore.yaml"))
    assert start.code == 0, start.words
    (project / "specmend.toml").write_text(text, "utf-8")


def builds(project: Path) -> Iterator[tuple[str, bool, str]]:
    """A build, one with nothing to do, one that is forced, and a check."""
    first = run(project, "build")
    made = contents(project)
    yield "build", first.code == 0, shown(first) + f", {len(made)} files"
    second = run(project, "build")
    yield "build again", "files changed" not in second.words and second.code == 0, shown(second)
    forced = run(project, "build", "--force")
    yield "build --force makes the same bytes", contents(project) == made, shown(forced)
    check = run(project, "check")
    yield "check", check.code == 0, shown(check)
    quick = run(project, "check", "--no-commands")
    yield "check --no-commands", quick.code == 0, shown(quick)
    for api in (*OURS, OWN):
        record = json.loads((project / f"generated/{api}-go/specmend-manifest.json").read_bytes())
        is_whole = list(record["inputs"]) == [f"tools/{'-'.join(JAR.split(':')[1:])}.jar"]
        yield f"manifest of {api}", is_whole, f"{len(record['files'])} files, {record['tools']}"


def compiled(project: Path) -> Iterator[tuple[str, bool, str]]:
    """What was made is read by the compilers of both languages."""
    compiler = str(project / "node_modules/.bin/tsc")
    for api in (*OURS, OWN):
        file = f"generated/{api}-typescript/schema.d.ts"
        words = [compiler, "--noEmit", "--strict", file]
        yield (f"tsc of {api}", *ends_well(words, project, {}))
        if shutil.which("go"):
            folder = project / f"generated/{api}-go"
            with tempfile.TemporaryDirectory() as copy:
                shutil.copytree(folder, copy, dirs_exist_ok=True)
                yield (
                    f"go build of {api}",
                    *ends_well(["go", "build", "."], Path(copy), {"GOFLAGS": "-mod=mod"}),
                )


def faults(project: Path) -> Iterator[tuple[str, bool, str]]:
    """Each fault is made in the small API, and must be told with its exit code."""
    edited = project / "generated/petstore-typescript/schema.d.ts"
    yield from fault(
        project, edited, lambda text: text + "// mine\n", 1, "was edited after typescript made it"
    )
    package = project / "node_modules/openapi-typescript/package.json"
    version = NPM["openapi-typescript"]
    yield from fault(
        project,
        package,
        lambda text: text.replace(version, "7.99.0"),
        1,
        "another version of typescript",
    )
    settings = project / "specmend.toml"
    head, _, tail = settings.read_text("utf-8").rpartition("[apis.petstore]")
    option = '"--output", "{output}/schema.d.ts"'
    go = '"--generator-name", "go"'
    for words, old, new, code in (
        ("ended with exit code", go, '"--generator-name", "gone"', 2),
        ("wrote no file", f",\n    {option}", "", 2),
        ("changed while the command", option, '"--output", "{project}/schema.d.ts"', 2),
        (
            "there is no program",
            "{project}/node_modules/.bin/openapi-typescript",
            "no-such-tool",
            2,
        ),
        (
            "was stopped after 1 seconds",
            "[apis.petstore.generators.go]",
            "[apis.petstore.generators.go]\ntimeout = 1",
            2,
        ),
    ):
        yield from fault(
            project,
            settings,
            partial(changed, head, tail, old, new),
            code,
            words,
            "build",
            "petstore",
            "--force",
        )
        (project / "schema.d.ts").unlink(missing_ok=True)


def changed(head: str, tail: str, old: str, new: str, _: str) -> str:
    """The settings with a stretch of the small API's replaced."""
    return f"{head}[apis.petstore]{tail.replace(old, new)}"


def fault(
    project: Path,
    file: Path,
    change: Callable[[str], str],
    code: int,
    words: str,
    *command: str,
) -> Iterator[tuple[str, bool, str]]:
    """Change a file, run a command, and put the file back."""
    before, made = file.read_text("utf-8"), contents(project)
    file.write_text(change(before), "utf-8")
    ran = run(project, *(command or ("check", "petstore")))
    file.write_text(before, "utf-8")
    is_right = ran.code == code and words in ran.words and contents(project) == made
    line = next((line for line in ran.words.splitlines() if words in line), ran.words[-200:])
    yield f"exit {code}", is_right, line


def run(project: Path, *words: str) -> Ran:
    """Run a command of specmend in the project."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "specmend", *words]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Ran(
        code=done.returncode,
        words=done.stdout + done.stderr,
        seconds=time.perf_counter() - start,
        processor=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
    )


def shown(ran: Ran) -> str:
    """How long a command took, or what was wrong."""
    if ran.code:
        return ran.words[-2000:]
    return f"{ran.seconds:.1f} s, {ran.processor:.1f} s of CPU"


def contents(project: Path) -> dict[str, bytes]:
    """What the generators made."""
    files = (path for path in sorted((project / "generated").rglob("*")) if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in files}


def ends_well(words: list[str], folder: Path, more: dict[str, str]) -> tuple[bool, str]:
    """Whether a compiler has nothing to say."""
    environment: dict[str, Any] = {**os.environ, **more}
    done = subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode == 0, (done.stdout + done.stderr).strip()[-300:] or "nothing to say"


if __name__ == "__main__":
    sys.exit(main())
