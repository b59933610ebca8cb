"""Commands of other generators: what they get, what is kept of them, and how they fail."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.generate.commands.fakes import DOCUMENT, inputs, plan

from specmend.errors import OutsideError, Problem
from specmend.generate.commands.run import Made, run_command

MANIFEST = "specmend-manifest.json"


def made(project: Path, body: str, *arguments: str, **settings: object) -> Made:
    """What the command writes."""
    return run_command(inputs(plan(project, body, *arguments, **settings)), MANIFEST)


def faults(project: Path, body: str, *arguments: str, **settings: object) -> list[Problem]:
    """What is wrong with the command."""
    with pytest.raises(OutsideError) as caught:
        made(project, body, *arguments, **settings)
    return list(caught.value.problems)


def fault(project: Path, body: str, *arguments: str, **settings: object) -> Problem:
    """The one thing that is wrong with the command."""
    (problem,) = faults(project, body, *arguments, **settings)
    return problem


def test_a_command_gets_its_inputs_and_its_files_are_kept(tmp_path: Path) -> None:
    body = (
        "import pathlib, shutil, sys\n"
        "document, header, output, version, api = sys.argv[1:]\n"
        "assert pathlib.Path.cwd() == pathlib.Path(output)\n"
        "assert not list(pathlib.Path(output).iterdir())\n"
        "pathlib.Path(output, 'src').mkdir()\n"
        "shutil.copyfile(document, pathlib.Path(output, 'src/doc'))\n"
        "shutil.copyfile(header, 'header')\n"
        "pathlib.Path('words').write_text(f'{version} {api}')\n"
    )
    names = ("{document}", "{header}", "{output}", "{version}", "{api}")
    assert made(tmp_path / "p", body, *names).files == {
        "header": b"Copyright 2026\n",
        "src/doc": DOCUMENT.encode(),
        "words": b"1.2.3 pets",
    }


def test_nothing_of_the_surroundings_gets_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NPM_TOKEN", "secret")
    monkeypatch.setenv("MINE", "yes")
    body = "import json, os; json.dump(dict(os.environ), open('env', 'w'))"
    # The folders of the run are named in the variables, and written down here on purpose.
    body += "\ntext = open('env').read().replace(os.environ['SPECMEND_RUN'], 'run')"
    body += "\nopen('env', 'w').write(text)"
    seen = json.loads(made(tmp_path / "p", body, environment=("MINE",)).files["env"])
    assert "NPM_TOKEN" not in seen
    assert seen["MINE"] == "yes"


def test_arguments_reach_the_program_as_they_are(tmp_path: Path) -> None:
    body = "import sys; open('a', 'w').write(chr(10).join(sys.argv[1:]))"
    arguments = ("$(touch x); `id` | cat > y", "a b", "{{x}}", "*")
    assert made(tmp_path / "p", body, *arguments).files == {
        "a": "\n".join(arguments).replace("{{x}}", "{x}").encode()
    }


def test_a_failure_is_told_with_the_last_words(tmp_path: Path) -> None:
    body = "print('reading ' + __import__('sys').argv[1]); raise SystemExit('line 3: no')"
    problem = fault(tmp_path / "p", body, "{document}")
    assert problem.message == "the command of fake for pets ended with exit code 1"
    assert sorted(problem.said.splitlines()) == ["line 3: no", "reading openapi.yaml"]


def test_a_command_that_hangs_is_stopped(tmp_path: Path) -> None:
    problem = fault(tmp_path / "p", "import time; time.sleep(60)", timeout=1)
    assert problem.message == "the command of fake for pets was stopped after 1 seconds"


def test_a_command_that_writes_nothing_is_told(tmp_path: Path) -> None:
    assert fault(tmp_path / "p", "").message == "the command of fake for pets wrote no file"


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("../stray", "../stray"),
        ("../../stray", "../../stray"),
        ("../inputs/openapi.yaml", "../inputs/openapi.yaml"),
        ("{project}/src.ts", "src.ts"),
        ("{project}/spec/pets/upstream.yaml", "spec/pets/upstream.yaml"),
    ],
)
def test_what_is_written_outside_is_found(tmp_path: Path, file: str, shown: str) -> None:
    (tmp_path / "p/spec/pets").mkdir(parents=True)
    (tmp_path / "p/spec/pets/upstream.yaml").write_text("a", "utf-8")
    body = "import sys; open('x', 'w').close(); open(sys.argv[1], 'w').write('y')"
    problem = fault(tmp_path / "p", body, file)
    assert (
        problem.message == "a file outside of its folder changed while the command of fake "
        "for pets ran"
    )
    assert problem.found == shown


def test_what_tools_leave_at_home_is_nobody_s_business(tmp_path: Path) -> None:
    body = (
        "import os, pathlib, tempfile\n"
        "pathlib.Path.home().joinpath('.cache').write_text('x')\n"
        "tempfile.mkstemp()\n"
        "open('x', 'w').close()\n"
    )
    assert list(made(tmp_path / "p", body).files) == ["x"]


def test_a_file_that_differs_in_every_run_is_refused(tmp_path: Path) -> None:
    body = "import os; open('x', 'w').write(os.getcwd())"
    problem = fault(tmp_path / "p", body)
    assert problem.message.endswith("wrote down the temporary folder that it ran in")
    assert (problem.found, "../inputs" in problem.advice) == ("x", True)


def test_the_name_of_the_manifest_is_taken(tmp_path: Path) -> None:
    body = f"open('{MANIFEST}', 'w').close()"
    assert fault(tmp_path / "p", body).message.endswith("the name of the manifest")


@pytest.mark.posix("links and pipes")
def test_all_faults_are_told_together(tmp_path: Path) -> None:
    body = (
        "import os\n"
        "open('../stray', 'w').close()\n"
        "os.symlink('/etc/passwd', 'link')\n"
        "os.mkfifo('pipe')\n"
        "raise SystemExit(4)\n"
    )
    found = [problem.found for problem in faults(tmp_path / "p", body)]
    assert found == [
        "it printed nothing",
        "../stray",
        "link: a link that leaves the output",
        "pipe: a pipe",
    ]


@pytest.mark.posix("modes of files")
def test_programs_stay_programs(tmp_path: Path) -> None:
    body = "import os; open('run', 'w').close(); open('x', 'w').close(); os.chmod('run', 0o755)"
    assert made(tmp_path / "p", body).executable == {"run"}


@pytest.mark.skipif(os.name != "posix", reason="kept files are looked at by their mode")
def test_output_that_may_not_be_read_is_told_and_no_crash(tmp_path: Path) -> None:
    body = "import os; os.mkdir('d'); open('d/x', 'w').close(); os.chmod('d', 0o000)"
    if os.geteuid() == 0:
        assert list(made(tmp_path / "p", body).files) == ["d/x"]
    else:
        assert "cannot be read" in fault(tmp_path / "p", body).message
