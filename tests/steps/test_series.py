"""A series: which of its steps are active, and what they make of a document."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.steps.series import make_document, make_series, make_step, step_text

from specmend.errors import RepositoryError
from specmend.progress import Relay
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings
from specmend.steps.series import Series, read_series
from specmend.steps.step import Step

TEXT = "info: {version: '2.0'}\na: 1\n"
FIRST = make_step("- {target: $.a, update: 2, x-expect: {matches: 1, before: 1}}", 1)
FOR_GO = make_step("- {target: $, update: {b: 1}}", 2, info="x-generator: go")
OLD = make_step("- {target: $, update: {c: 1}}", 3, info="x-applies-to: {versions: ['1.0']}")
LAST = make_step("- {target: $.a, update: 3, x-expect: {matches: 1, before: 2}}", 4)


@pytest.fixture
def series() -> Series:
    return make_series(make_document(TEXT), [FIRST, FOR_GO, OLD, LAST])


def numbers(steps: tuple[Step, ...]) -> list[int]:
    return [step.number for step in steps]


def test_steps_are_active_for_their_generator_and_on_their_documents(series: Series) -> None:
    assert numbers(series.active()) == [1, 4]
    assert numbers(series.for_generator("go").active()) == [1, 2, 4]
    older = make_document(TEXT.replace("2.0", "1.0"))
    assert numbers(series.on(older).active()) == [1, 3, 4]


def test_the_generators_are_the_own_one_and_those_of_the_steps(series: Series) -> None:
    assert series.generators() == ("python", "go")
    assert series.for_generator("go").generators() == ("go",)


def test_the_active_steps_are_applied_in_their_order(series: Series) -> None:
    applied = series.apply()
    assert applied.document.text == TEXT.replace("a: 1", "a: 3")
    assert [outcome.step.number for outcome in applied.outcomes] == [1, 4]


def test_steps_are_counted_while_they_are_applied(series: Series) -> None:
    heard: list[tuple[str, int, int]] = []
    relay = Relay(lambda event: heard.append((event.kind, event.done, event.total)))
    series.apply(progress=relay)
    assert heard == [("begun", 0, 2), ("advanced", 1, 2), ("advanced", 2, 2), ("ended", 2, 2)]


def test_an_expectation_is_only_looked_at_where_it_counts(series: Series) -> None:
    other = series.on(make_document(TEXT.replace("a: 1", "a: 7")))
    assert len(other.apply().problems) == 2
    assert other.apply(enforce=False).problems == ()


def test_what_cannot_be_edited_is_serialized_where_the_series_allows_it() -> None:
    document = make_document("? a\n: 1\n")
    series = make_series(document, [FIRST])
    assert series.apply().problems
    allowed = replace(series, reserialize=True)
    assert allowed.apply().document.tree == {"a": 2}


def test_a_step_is_found_by_its_number_and_so_are_those_before_it(series: Series) -> None:
    assert series.step(3) is OLD
    assert numbers(series.before(3).steps) == [1, 2]
    with pytest.raises(RepositoryError) as caught:
        series.step(9)
    (problem,) = caught.value.problems
    assert (problem.message, problem.expected) == ("api has no step 9", "1, 2, 3, 4")
    with pytest.raises(RepositoryError) as caught:
        series.with_steps([]).step(1)
    assert caught.value.problems[0].expected == "none"


@pytest.fixture
def api(tmp_path: Path) -> ApiLayout:
    settings = ApiSettings(package="pets", generator="go", reserialize=True)
    layout = ApiLayout(name="pets", root=tmp_path, settings=settings)
    layout.pin.parent.mkdir(parents=True)
    layout.upstreams[0].write_text(TEXT, "utf-8", newline="")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    layout.pin.write_text(f'origin = "there"\ndate = 2025-02-01\nsha256 = "{digest}"\n')
    layout.steps.mkdir(parents=True)
    (layout.steps / "0001-a.yaml").write_text(step_text("- {target: $.a, remove: true}"), "utf-8")
    return layout


def test_a_series_is_read_with_its_document_and_its_settings(api: ApiLayout) -> None:
    series = read_series(api)
    assert (series.api, series.generator, series.reserialize) == ("pets", "go", True)
    assert series.document.name == "spec/pets/upstream.yaml"
    assert numbers(series.steps) == [1]
    assert read_series(api, "python").generator == "python"


def test_the_faults_of_pin_document_and_steps_are_raised_together(api: ApiLayout) -> None:
    api.pin.unlink()
    (api.steps / "0001-b.yaml").write_text("{}", "utf-8")
    with pytest.raises(RepositoryError) as caught:
        read_series(api)
    files = {problem.file for problem in caught.value.problems}
    assert files >= {"spec/pets/pin.toml", "patches/pets/0001-b.yaml"}
