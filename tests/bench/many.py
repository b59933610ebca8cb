"""Many small APIs in one project: what each of them costs: `many.py [NUMBER ...]`.

Without numbers: 10, 100 and 1,000 APIs. Then 30 small APIs and 30 larger ones, one after the other
beside all processors, and 30 APIs on the local cluster of Dask, which is installed into a folder
that is thrown away.
"""

from __future__ import annotations

import compileall
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from many_projects import OPERATIONS, SCHEMAS, make_project
from peers import installs, peers

from specmend.project.processors import usable_processors

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "docs/guides/scale.md"
NUMBERS = (10, 100, 1_000)
SEVERAL = 30
PAIRS = 5
"""How often a build one after the other and one with all processors follow each other."""

MEASURED = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
seconds = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = used.ru_utime + used.ru_stime
print(json.dumps([seconds, cpu, used.ru_maxrss / 1024, done.returncode, done.stdout, done.stderr]))
"""


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What one command took: seconds, seconds of CPU, megabytes of the largest process."""

    seconds: float
    cpu: float
    memory: float
    output: str


def main() -> None:
    """Print the tables."""
    numbers = [int(word) for word in sys.argv[1:]] or NUMBERS
    # As every installation does; else each process would compile its sources first.
    compileall.compile_dir(ROOT / "tools/specmend", quiet=1)
    show_costs(numbers)
    show_jobs()
    show_dask()


def specmend(folder: Path, *words: str) -> Ran:
    """Run a command of specmend in a project."""
    command = [sys.executable, "-m", "specmend", *words]
    return measured(command, folder)


def measured(command: Sequence[str], folder: Path) -> Ran:
    """Run a command and measure it with all that it starts."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *command],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, cpu, memory, code, output, words = json.loads(done.stdout)
    if code:
        sys.exit(f"{' '.join(command)}: exit code {code}\n{words}")
    return Ran(seconds=seconds, cpu=cpu, memory=memory, output=output)


def show_costs(numbers: Sequence[int]) -> None:
    """Print what each API costs in projects of several sizes."""
    print(f"{'APIs':>6}  {'command':<34}{'s':>8}{'CPU s':>8}{'CPU ms each':>13}{'MB':>6}")
    for number in numbers:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            names = make_project(folder, number)
            show(number, "build", specmend(folder, "build", "--json"))
            show(number, "build, nothing changed", specmend(folder, "build", "--json"))
            change(folder, names[-1])
            ran = specmend(folder, "build", "--json")
            show(number, f"build, one changed: {built(ran)} built", ran)
            show(number, "list", specmend(folder, "list", "--json"))
            show(number, "build of one by its name", specmend(folder, "build", names[0]))


def show(number: int, title: str, ran: Ran) -> None:
    """Print a row of the table."""
    each = 1000 * ran.cpu / number
    print(
        f"{number:>6}  {title:<34}{ran.seconds:>8.2f}{ran.cpu:>8.2f}{each:>13.1f}{ran.memory:>6.0f}"
    )


def change(folder: Path, name: str) -> None:
    """Change the step of an API."""
    (step,) = (folder / "patches" / name).iterdir()
    step.write_text(step.read_text("utf-8").replace("does not know", "cannot know"), "utf-8")


def built(ran: Ran) -> int:
    """How many APIs a build did not find up to date."""
    return sum(api["status"] == "built" for api in json.loads(ran.output)["apis"])


def show_jobs() -> None:
    """Print how long a build with all processors takes beside one API after the other."""
    jobs = usable_processors()
    print(f"\n{SEVERAL} APIs, --jobs {jobs} beside --jobs 1, {PAIRS} builds of each in turn")
    print(f"  {'':<36}{'s':>14}{'CPU s':>14}{'of the time: median, least, most':>36}")
    for title, large in (
        ("small", False),
        (f"{OPERATIONS} operations and {SCHEMAS} schemas each", True),
    ):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make_project(folder, SEVERAL, large=large)
            show_pairs(title, folder, jobs)


def show_pairs(title: str, folder: Path, jobs: int) -> None:
    """Print what builds in turn take: the median of each kind, and how the pairs compare."""
    pairs: list[tuple[Ran, Ran]] = []
    digests = set()
    # The first build writes what the others find as it is to be.
    specmend(folder, "build", "--json")
    for _ in range(PAIRS):
        ran = []
        for number in (1, jobs):
            ran.append(specmend(folder, "build", "--force", "--json", "--jobs", str(number)))
            digests.add(digest(folder))
        pairs.append((ran[0], ran[1]))
    seconds = [median(one.seconds for one in side) for side in zip(*pairs, strict=True)]
    cpu = [median(one.cpu for one in side) for side in zip(*pairs, strict=True)]
    shares = [several.seconds / alone.seconds for alone, several in pairs]
    print(
        f"  {title:<36}{seconds[0]:>7.2f}{seconds[1]:>7.2f}{cpu[0]:>7.2f}{cpu[1]:>7.2f}"
        f"{median(shares):>20.2f}{min(shares):>8.2f}{max(shares):>8.2f}"
        f"  {'the same' if len(digests) == 1 else 'OTHER'} bytes",
        flush=True,
    )


def show_dask() -> None:
    """Print how long Dask takes for each API as a task of its own, and whether it is the same."""
    print(f"\n{SEVERAL} APIs, each a task on the local cluster of Dask")
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "dask"
        python = str(home / "bin" / "python")
        wanted = [f"{package}=={version}" for package, version in peers("dask").items()]
        # The environment sees the packages of this one, and with them specmend.
        venv = [sys.executable, "-m", "venv", str(home)]
        pip = [python, "-m", "pip", "install", "--quiet", *wanted]
        if not (installs(venv, Path(name), "venv") and installs(pip, Path(name), "Dask")):
            return
        for site in home.glob("lib/python*/site-packages"):
            paths = [path for path in sys.path if path.endswith("site-packages")]
            (site / "here.pth").write_text("\n".join([*paths, str(ROOT / "tools")]), "utf-8")
        script = Path(name) / "build_on_dask.py"
        script.write_text(GUIDE.read_text("utf-8").split("```python\n")[1].split("```")[0], "utf-8")
        digests = []
        for title, command in (
            ("specmend build", [sys.executable, "-m", "specmend", "build"]),
            (f"Dask {peers('dask')['distributed']}", [python, str(script)]),
        ):
            folder = Path(name) / title.replace(" ", "-")
            make_project(folder, SEVERAL)
            ran = measured(command, folder)
            digests.append(digest(folder))
            print(f"  {title:<20}{ran.seconds:>8.2f} s{ran.cpu:>8.2f} s of CPU")
        print(f"  {'the same' if len(set(digests)) == 1 else 'OTHER'} bytes")


def digest(folder: Path) -> str:
    """One digest over every file of a project, without what specmend remembers."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        place = path.relative_to(folder)
        if place.parts[0] != ".specmend":
            total.update(f"{place.as_posix()}\0".encode() + path.read_bytes())
    return total.hexdigest()


if __name__ == "__main__":
    main()
