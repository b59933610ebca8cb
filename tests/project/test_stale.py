"""What is not up to date, by the manifest alone, and by the last build where there was one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.project.steps import ALLOW_NO_PETS, SECOND

from specmend.project.api import Api
from specmend.project.repository import Project
from specmend.project.stale import Stale, StaleKind, stale_outputs


def nothing(_: Api) -> None: ...


def new_step(api: Api) -> None:
    (api.root / SECOND).write_text(ALLOW_NO_PETS, "utf-8")


def retired_step(api: Api) -> None:
    api.retired.mkdir()
    (api.retired / "0002-old.yaml").write_text(ALLOW_NO_PETS, "utf-8")


def new_module(api: Api) -> None:
    api.client_modules.mkdir()
    (api.client_modules / "extra.py").write_text("", "utf-8")


def other_document(api: Api) -> None:
    api.upstream.write_bytes(api.upstream.read_bytes() + b"# more\n")


def edited_sanitized(api: Api) -> None:
    api.sanitized.write_bytes(api.sanitized.read_bytes() + b"# more\n")


def no_sanitized(api: Api) -> None:
    api.sanitized.unlink()


def edited_package(api: Api) -> None:
    (api.generated / "pets/client.py").write_text("", "utf-8")
    (api.generated / "pets/mine.py").write_text("", "utf-8")
    (api.generated / "README.md").unlink()


def no_package(api: Api) -> None:
    shutil.rmtree(api.generated)


def damaged_manifest(api: Api) -> None:
    api.manifest.write_text("{", "utf-8")


def other_tool(api: Api) -> None:
    manifest = json.loads(api.manifest.read_bytes())
    manifest["tools"] |= {"ruff": "0.0.1", "specmend": "0.0.2"}
    api.manifest.write_text(json.dumps(manifest), "utf-8")


FILES = ("generated/pets/README.md", "generated/pets/pets/client.py", "generated/pets/pets/mine.py")
CASES: list[tuple[Callable[[Api], None], list[tuple[StaleKind, tuple[str, ...]]]]] = [
    (nothing, []),
    (retired_step, []),
    (new_step, [(StaleKind.INPUTS, (SECOND,))]),
    (new_module, [(StaleKind.INPUTS, ("patches/pets/client/extra.py",))]),
    (other_document, [(StaleKind.INPUTS, ("spec/pets/upstream.yaml",))]),
    (edited_sanitized, [(StaleKind.FILES, ("spec/pets/sanitized.yaml",))]),
    (no_sanitized, [(StaleKind.FILES, ("spec/pets/sanitized.yaml",))]),
    (edited_package, [(StaleKind.FILES, FILES)]),
    (no_package, [(StaleKind.NOT_BUILT, ())]),
    (damaged_manifest, [(StaleKind.NOT_BUILT, ())]),
    (other_tool, [(StaleKind.TOOLS, ("ruff 0.0.1", "specmend 0.0.2"))]),
]


@pytest.mark.parametrize("is_clone", [False, True], ids=["built here", "cloned"])
@pytest.mark.parametrize(("change", "reasons"), CASES)
def test_what_changed_since_the_build_is_stale(
    built: Api,
    change: Callable[[Api], None],
    reasons: list[tuple[StaleKind, tuple[str, ...]]],
    *,
    is_clone: bool,
) -> None:
    if is_clone:
        built.state.unlink()
    change(built)
    assert stale_outputs(built) == tuple(Stale(kind=kind, names=names) for kind, names in reasons)


def test_other_settings_are_seen_where_the_build_was(built: Api) -> None:
    other = replace(built, settings=replace(built.settings, flat=True))
    assert stale_outputs(other) == (Stale(kind=StaleKind.SETTINGS),)


def test_what_was_never_built_is_not_built(api: Api) -> None:
    assert stale_outputs(api) == (Stale(kind=StaleKind.NOT_BUILT),)


def test_each_generator_has_its_own_output(built: Api) -> None:
    command = 'command = ["make-go", "{document}", "{output}"], version-command = ["v"]'
    settings = built.root / "specmend.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text + f"generators.go = {{{command}}}\n", "utf-8")
    api = Project.find(built.root).api("pets")
    assert stale_outputs(api) == (Stale(kind=StaleKind.NOT_BUILT, generator="go"),)
    place = api.output("go")
    place.folder.mkdir(parents=True)
    place.manifest.write_text(json.dumps({"files": {"pets.go": ""}}), "utf-8")
    names = ("generated/pets-go/pets.go",)
    assert stale_outputs(api) == (Stale(kind=StaleKind.FILES, generator="go", names=names),)
