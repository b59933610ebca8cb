"""The law of update on files: a project that goes with upstream never loses a fix, nor a file."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml
from tests.properties.moves.by_hand import in_one_spelling
from tests.properties.moves.recorded import recorded
from tests.properties.moves.sites import same
from tests.properties.moves.world import World

from specmend.document.text.document import parse_document
from specmend.project.apply import apply_apis
from specmend.project.update import UpdateReport, update_api
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings
from specmend.source.pin import read_upstream
from specmend.steps.series import read_series
from specmend.steps.write import write_step
from specmend.update.decision import Choice

COMMENT: Final = "# People wrote this; it stays.\n"


def faults_on_disk(world: World, folder: Path) -> Iterator[str]:
    """What is wrong with an update of a project, and with what the next commands make of it.

    The new document is of the other format now and then, and the project is emptied before.
    """
    api = _project(world, folder)
    to = _newer(world, folder)
    before = _files(folder)
    tried = update_api(api, str(to), dry_run=True)
    if _files(folder) != before:
        yield "a dry run wrote something"
    report = update_api(api, str(to))
    if {**tried.changes} != {**report.changes}:
        yield "a dry run said something else"
    yield from _faults_of_files(world, api, before, report)
    yield from _faults_of_result(world, api, report)
    yield from _faults_of_next(api, report)


def _project(world: World, folder: Path) -> ApiLayout:
    shutil.rmtree(folder, ignore_errors=True)
    settings = ApiSettings(package="pets", keep_broken_references=True)
    api = ApiLayout(name="pets", root=folder, settings=settings)
    for path in (api.pin.parent, api.steps, api.journal.parent):
        path.mkdir(parents=True)
    is_json = len(world.told) % 2 == 0
    text = json.dumps(world.old, indent=2) if is_json else yaml.safe_dump(world.old)
    upstream = api.upstreams[0].with_suffix(".json" if is_json else ".yaml")
    upstream.write_text(text, "utf-8")
    digest = hashlib.sha256(upstream.read_bytes()).hexdigest()
    api.pin.write_text(f'origin = "there"\ndate = 2025-02-01\nsha256 = "{digest}"\n', "utf-8")
    for step in recorded(world):
        fields: Any = step.source.tree
        text = COMMENT + write_step(fields["info"], fields["actions"])
        (api.steps / f"{step.number:04}-a-step.yaml").write_text(text, "utf-8")
    apply_apis([api])
    return api


def _newer(world: World, folder: Path) -> Path:
    path = folder / f"newer.{'json' if len(world.sites) % 2 else 'yaml'}"
    text = yaml.safe_dump(world.tree) if path.suffix == ".yaml" else json.dumps(world.tree)
    path.write_text(text, "utf-8")
    return path


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _faults_of_files(
    world: World, api: ApiLayout, before: Mapping[str, bytes], report: UpdateReport
) -> Iterator[str]:
    """Every step is still there: in its place, or among the retired ones, as it was."""
    after = _files(api.root)
    if not same(read_upstream(api)[1].tree, world.tree):
        yield "the pinned document is not the new one"
    (sanitized,) = (name for name in before if "sanitized" in name)
    # One of the other format goes with its upstream document.
    is_other = api.upstream.suffix != Path(sanitized).suffix
    if after.get(sanitized) != (None if is_other else before[sanitized]):
        yield "the sanitized document is another one"
    open_ = {number for (number, _), _ in report.plan.open}
    for number in range(1, len(world.actions) + 1):
        name = f"{number:04}-a-step.yaml"
        old = before[f"patches/pets/{name}"]
        kept, retired = (after.get(f"patches/pets/{place}{name}") for place in ("", "retired/"))
        for fault in _faults_of_step(old, kept, retired, number in open_):
            yield f"step {number} {fault}"
        if kept is None and not world.is_mended(number):
            yield f"step {number} was retired"


def _faults_of_step(
    old: bytes, kept: bytes | None, retired: bytes | None, is_open: bool
) -> Iterator[str]:
    if kept is None and retired is None:
        yield "is in no file any more"
    if is_open and (kept is None or b"x-conflict" not in kept):
        yield "does not say what is open"
    if kept is None and retired is not None and _actions(retired) != _actions(old):
        yield "is another one among the retired"
    if any(COMMENT.encode() not in text for text in (kept, retired) if text is not None):
        yield "lost what people wrote"


def _actions(data: bytes) -> Any:
    step: Any = parse_document(data.decode(), "step.yaml").tree
    return step["actions"]


def _faults_of_result(world: World, api: ApiLayout, report: UpdateReport) -> Iterator[str]:
    """Applied from the files, the settled steps mend what is left to be mended."""
    open_ = {number for (number, _), _ in report.plan.open}
    series = read_series(api)
    refused = {outcome.step.number for outcome in series.apply().outcomes if outcome.problems}
    if refused != open_:
        yield f"the files say {sorted(refused)} are open, and the update {sorted(open_)}"
    settled = series.with_steps(step for step in series.steps if step.number not in open_)
    result = in_one_spelling(settled.apply().document.tree)
    rights = world.expected(frozenset(open_))
    if not any(same(result, in_one_spelling(right)) for right in rights):
        yield "another result"


def _faults_of_next(api: ApiLayout, report: UpdateReport) -> Iterator[str]:
    """A second update has nothing to do, and upstream's word settles what is open."""
    before = _files(api.root)
    again = update_api(api)
    if _files(api.root) != before or again.changes:
        yield f"a second update changes {sorted(again.changes)}"
    if [key for key, _ in again.plan.open] != [key for key, _ in report.plan.open]:
        yield "a second update asks about something else"
    update_api(api, choices={key: Choice.THEIRS for key, _ in report.plan.open})
    (made,) = apply_apis([api], overwrite=True)
    left = {int(path.name[:4]) for path in api.steps.glob("*.yaml")}
    if left != {step.number for step in made.series.steps}:
        yield "what is left is not what is applied"
