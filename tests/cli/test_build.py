"""The command `build`: what it makes, when it makes nothing, and what it does not overwrite."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.cli.project import DOCUMENT, Folder

FOR_GO = ("For go", "$.info.title", "--reason", "r", "--update", "Go", "--generator", "go")


def test_a_build_makes_the_document_and_the_package_and_says_so(folder: Folder) -> None:
    ran = folder.run("build")
    assert ran.code == 0, ran.err
    assert "pets  1 step applied, 2 places changed, valid, client generated" in ran.out
    assert "def list_pets(self, **extra: Unpack[Extra]) -> Pets:" in folder.read(
        "generated/pets/pets/client.py"
    )
    assert folder.read("generated/pets/pets/errors.py").startswith("# Copyright 2025 the pets\n")
    manifest = json.loads(folder.read("generated/pets/manifest.json"))
    assert set(manifest["inputs"]) == {
        "spec/pets/pin.toml",
        "spec/pets/upstream.yaml",
        "patches/pets/0001-move-the-prefix.yaml",
    }
    assert manifest["tools"]["openapi-python-client"] == "0.29.1"
    assert "client.py" in " ".join(manifest["files"])


def test_a_build_does_not_call_valid_what_upstream_has_wrong(folder: Folder) -> None:
    folder.pin(DOCUMENT.replace("title: Pets,", "title: Pets, wrong: 5,"))
    ran = folder.run("build")
    assert ran.code == 0, ran.err
    assert "2 places changed, upstream has 1 fault, client generated" in ran.out


def test_a_second_build_has_nothing_to_do_and_writes_nothing(built: Folder) -> None:
    stamp = (built.root / "generated/pets/pets/client.py").stat().st_mtime_ns
    ran = built.run("build")
    assert (ran.code, ran.out) == (0, "pets  up to date, nothing to do\n")
    assert (built.root / "generated/pets/pets/client.py").stat().st_mtime_ns == stamp


def test_a_build_with_nothing_to_do_loads_nothing_that_builds(built: Folder) -> None:
    code = (
        "import sys, specmend.cli.main as cli\n"
        "try: cli.main()\n"
        "except SystemExit: pass\n"
        "print(*sorted(name for name in sys.modules if name.startswith('specmend.')))"
    )
    command = [sys.executable, "-c", code, "build", "--project", str(built.root)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "up to date" in ran.stdout
    loaded = set(ran.stdout.split())
    assert "specmend.project.build" in loaded
    assert not {"specmend.project.pipeline", "specmend.generate.pipeline"} & loaded


def test_another_target_builds_anew(built: Folder) -> None:
    assert built.run("new", "pets", *FOR_GO).code == 0
    assert built.run("build").code == 0
    ran = built.run("build", "--generator", "go")
    assert (ran.code, "up to date" in ran.out) == (0, False), ran.err


def test_a_build_twice_from_nothing_gives_the_same_bytes(built: Folder) -> None:
    first = built.files()
    (built.root / ".specmend/pets.json").unlink()
    assert "all " in built.run("build").out
    assert built.files() == first
    assert built.run("check").code == 0


def test_a_step_more_changes_what_depends_on_it(built: Folder) -> None:
    words = ("new", "pets", "Say how many", "$.components.schemas.Pets.properties", "--reason", "r")
    built.run(*words, "--update", "{count: {type: integer}}")
    ran = built.run("build")
    assert ran.code == 0, ran.err
    assert "2 steps applied" in ran.out
    assert "count: int | None" in built.read("generated/pets/pets/models/schemas.py")


def test_hand_written_modules_join_the_package(folder: Folder) -> None:
    folder.write("patches/pets/client/extra.py", '"""More."""\n\nANSWER = 42\n')
    assert folder.run("build").code == 0
    assert "ANSWER = 42" in folder.read("generated/pets/pets/extra.py")


def test_files_that_nothing_makes_any_more_go(folder: Folder) -> None:
    folder.write("patches/pets/client/extra.py", '"""More."""\n')
    folder.run("build")
    (folder.root / "patches/pets/client/extra.py").unlink()
    assert folder.run("build").code == 0
    assert not (folder.root / "generated/pets/pets/extra.py").exists()


def test_apply_and_build_may_follow_each_other_in_any_order(built: Folder) -> None:
    words = ("new", "pets", "Other words", "$.info.title", "--reason", "r", "--update", "Cats")
    built.run(*words)
    assert built.run("apply").code == 0
    step = "patches/pets/0002-other-words.yaml"
    built.write(step, built.read(step).replace("Cats", "Dogs"))
    assert built.run("build").code == 0
    assert "Dogs" in built.read("spec/pets/sanitized.yaml")


def test_a_manifest_that_was_damaged_is_named(built: Folder) -> None:
    built.write("generated/pets/manifest.json", '{\n  "api": ,\n}')
    ran = built.run("build")
    assert ran.code == 1
    assert "generated/pets/manifest.json:2:10: error: the manifest was edited or damaged" in ran.err
    assert built.run("build", "--overwrite").code == 0
    assert built.run("check").code == 0


def test_json_reports_each_api(folder: Folder) -> None:
    report = json.loads(folder.run("build", "--json").out)
    assert report["apis"][0]["status"] == "built"
    assert json.loads(folder.run("build", "--json").out)["apis"] == [
        {"api": "pets", "status": "up to date"}
    ]


QUERY = """\
openapi: 3.2.0
info: {title: T, version: "1"}
servers: [{url: https://example.com}]
paths:
  /pets:
    query:
      operationId: findPets
      responses: {"204": {description: ok}}
    additionalOperations:
      LINK:
        operationId: linkPets
        responses: {"204": {description: ok}}
"""


def test_an_operation_under_any_method_is_a_method_of_the_client(folder: Folder) -> None:
    folder.pin(QUERY)
    (folder.root / "patches/pets/0001-move-the-prefix.yaml").unlink()
    ran = folder.run("build")
    assert ran.code == 0, ran.err
    client = folder.read("generated/pets/pets/client.py")
    assert "def find_pets(self, **extra: Unpack[Extra]) -> None:" in client
    assert "def link_pets(self, **extra: Unpack[Extra]) -> None:" in client
    endpoint = folder.read("generated/pets/pets/api/default/find_pets.py")
    assert 'method="QUERY"' in endpoint
    assert 'path="/pets"' in endpoint


FAILING = QUERY.replace("      LINK:", "      Link:")


def test_operations_that_cannot_be_generated_are_left_out_and_told(folder: Folder) -> None:
    folder.pin(FAILING)
    (folder.root / "patches/pets/0001-move-the-prefix.yaml").unlink()
    ran = folder.run("build", "--skip-failing")
    assert ran.code == 0, ran.err
    assert "client generated, 1 operation left out: " in ran.out
    told = ran.err[ran.err.index("spec/pets/upstream.yaml:10:7: left out: Link /pets cannot be") :]
    step = "patches/pets/9999-leave-out-operations-that-cannot-be-generated.yaml"
    assert told.splitlines()[-2:] == [
        "    in:       Link /pets",
        f"warning: pets: 1 operation left out, as {step} records",
    ]
    assert folder.run("check").code == 0
    assert folder.run("build", "--skip-failing").out == "pets  up to date, nothing to do\n"
    report = json.loads(folder.run("build", "--skip-failing", "--force", "--json").out)["apis"][0]
    assert [cause["operations"] for cause in report["left_out"]] == [["Link /pets"]]
    assert report["left_out"][0]["problems"][0]["cause"] == "method-not-possible"
    assert report["step"].startswith("patches/pets/9999-")
    folder.pin(QUERY)
    ran = folder.run("build", "--skip-failing")
    assert "pets: every operation can be generated; patches/pets/9999-" in ran.err
    assert folder.steps() == []


def test_an_operation_that_cannot_be_generated_stops_the_build_with_its_line(
    folder: Folder,
) -> None:
    folder.pin(FAILING)
    (folder.root / "patches/pets/0001-move-the-prefix.yaml").unlink()
    ran = folder.run("build")
    assert ran.code == 1
    assert "spec/pets/sanitized.yaml:10:7: error: Link /pets cannot be generated" in ran.err
    assert not (folder.root / "generated").exists()
