"""Every example of a step passes the schema of steps, and the guides run as they are written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from docs.make.examples import blocks, commands
from docs.make.pages import DOCS
from tests.docs.conftest import Run

from specmend.generate.hand_written import DEFAULTS, given_defaults
from specmend.generate.plan import PackagePlan
from specmend.settings.settings import read_settings
from specmend.steps.schema import STEP_SCHEMA

FOLDER = {
    page: blocks(page.relative_to(DOCS).as_posix(), "yaml") for page in sorted(DOCS.rglob("*.md"))
}
ACTIONS = [
    (page.name, text)
    for page, texts in FOLDER.items()
    for text in texts
    if re.match(r"(- target:|info:|overlay:)", text)
]
SETTINGS = [
    (page.name, text)
    for page in FOLDER
    for text in blocks(page.relative_to(DOCS).as_posix(), "toml")
    if "[apis." in text
]
INFO = {"title": "A step", "version": "1.0.0", "x-reason": "It is needed."}
STEPS_PAGE = "guides/writing-steps.md"


def as_step(text: str) -> dict[str, Any]:
    """The whole step that an example shows, which may be only its actions or its `info`."""
    data = yaml.safe_load(text)
    if isinstance(data, list):
        data = {"actions": data}
    actions = [{"target": "$.info", "remove": True}]
    return {"overlay": "1.1.0", "info": INFO, "actions": actions, **data}


def test_there_are_steps_and_settings_to_look_at() -> None:
    assert len(ACTIONS) > 30
    assert len(SETTINGS) >= 2


@pytest.mark.parametrize(("page", "text"), ACTIONS)
def test_an_example_of_a_step_passes_the_schema(page: str, text: str) -> None:
    jsonschema.validate(as_step(text), dict(STEP_SCHEMA))
    assert page.endswith(".md")


def test_the_schema_would_refuse_a_field_that_is_not_there() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_step("- target: $\n  upgrade: 1\n"), dict(STEP_SCHEMA))


@pytest.mark.parametrize(("page", "text"), SETTINGS)
def test_an_example_of_settings_is_read(page: str, text: str) -> None:
    assert list(read_settings(text.encode(), "specmend.toml")) == ["petstore"], page


def test_the_example_of_defaults_is_one_that_the_client_asks() -> None:
    module = "\n\n".join(blocks("guides/hand-written-modules.md", "python"))
    plan = PackagePlan(
        api="petstore",
        package="petstore",
        version="1.0.0",
        description="",
        license="MIT",
        header="",
        client_modules={DEFAULTS: module.encode()},
    )
    assert given_defaults(plan) == {"base_url", "api_key", "unknown_path"}
    compile(module, DEFAULTS, "exec")


def test_a_step_that_no_longer_fits_is_told_as_the_guide_says(run: Run, tmp_path: Path) -> None:
    walk = [entry for entry in commands(STEPS_PAGE) if entry[1]]
    upstream = blocks("tutorial.md", "yaml")[0]
    recorded = "required: [id, name]"
    stops, refresh, needless = walk
    (tmp_path / "pets.yaml").write_bytes(upstream.encode())
    run("specmend init petstore --from pets.yaml")
    run(next(command for command, _ in commands("tutorial.md") if " new " in command))
    publish(run, tmp_path, upstream.replace(recorded, "required: [id, name, kind]"))
    assert run(stops[0]) == stops[1]
    assert run(refresh[0]) == refresh[1]
    publish(run, tmp_path, upstream.replace(recorded, "required: [id, kind]"))
    assert run(needless[0]) == needless[1]


def test_a_step_for_one_generator_is_what_its_command_writes(run: Run, tmp_path: Path) -> None:
    page = "guides/other-generators.md"
    (info,) = blocks(page, "yaml")
    text = blocks("tutorial.md", "yaml")[0]
    dated = text.replace("name: {type: string}", "name: {type: string, format: date-time}")
    (tmp_path / "pets.yaml").write_bytes(dated.encode())
    run("specmend init petstore --from pets.yaml")
    run(next(command for command, _ in commands(page) if " new " in command))
    (step,) = (tmp_path / "patches/petstore").glob("*.yaml")
    assert info in step.read_text("utf-8")


def publish(run: Run, folder: Path, text: str) -> None:
    (folder / "pets.yaml").write_bytes(text.encode())
    run("specmend fetch petstore")
