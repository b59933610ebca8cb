"""The recorded sanitations on the vendor's and the community's document: which are needless."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.real import UPSTREAM

from specmend.document.text.document import Document, read_document
from specmend.report.drift import DriftReport, drift_report, needless_on
from specmend.steps.read import read_steps
from specmend.steps.step import Verdict

ROOT = Path(__file__).parents[2]
FILES = [
    *sorted((UPSTREAM / "ollama-dart").glob("*.yaml")),
    *sorted((UPSTREAM / "ollama").glob("*.yaml")),
]
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FILES, reason="the real documents are absent"),
]


@pytest.fixture(scope="module")
def reports() -> list[DriftReport]:
    steps = [
        step
        for step in read_steps(ROOT / "patches/ollama-native", "patches/ollama-native")
        if step.number <= 8
    ]
    pinned = ROOT / "spec/ollama-native/upstream.yaml"
    old = read_document(pinned.read_bytes(), pinned.name)
    return [drift_report(old, read(path), steps) for path in FILES]


def read(path: Path) -> Document:
    return read_document(path.read_bytes(), path.stem)


def raw(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def test_each_step_has_one_verdict_on_each_version(reports: list[DriftReport]) -> None:
    assert len(reports) == len(FILES)
    assert all(
        [step.step.number for step in report.steps] == list(range(1, 9)) for report in reports
    )


def test_the_role_tool_is_needless_exactly_where_the_document_has_it(
    reports: list[DriftReport],
) -> None:
    for path, report in zip(FILES, reports, strict=True):
        message = raw(path)["components"]["schemas"].get("Message")
        has = message is not None and "tool" in message["properties"]["role"]["enum"]
        assert (report.steps[2].verdict is Verdict.ALREADY_UPSTREAM) == has, path.stem
        assert (report.steps[2].verdict is Verdict.GONE) == (message is None)


def test_the_calls_of_tools_are_needless_exactly_where_the_document_has_them(
    reports: list[DriftReport],
) -> None:
    for path, report in zip(FILES, reports, strict=True):
        message = raw(path)["components"]["schemas"].get("Message", {"properties": {}})
        assert (report.steps[6].verdict is Verdict.ALREADY_UPSTREAM) == (
            "tool_calls" in message["properties"]
        ), path.stem


def test_the_prefix_is_needless_exactly_where_no_path_and_every_server_has_it(
    reports: list[DriftReport],
) -> None:
    for path, report in zip(FILES, reports, strict=True):
        tree = raw(path)
        bare = not any(name.startswith("/api") for name in tree["paths"])
        served = bare and all(
            server["url"].endswith("/api") for server in tree.get("servers") or [{"url": ""}]
        )
        assert (report.steps[0].verdict is Verdict.ALREADY_UPSTREAM) == served, path.stem
        assert (report.steps[0].verdict is Verdict.APPLIES) == (not bare), path.stem


def test_the_empty_list_is_needless_where_nothing_asks_for_a_message(
    reports: list[DriftReport],
) -> None:
    for path, report in zip(FILES, reports, strict=True):
        schemas = raw(path)["components"]["schemas"]
        chat = schemas.get("ChatRequest") or schemas.get("GenerateChatCompletionRequest")
        free = chat is not None and not chat["properties"]["messages"].get("minItems")
        assert (report.steps[3].verdict is Verdict.ALREADY_UPSTREAM) == free, path.stem


def test_the_table_says_where_a_step_is_needless(reports: list[DriftReport]) -> None:
    first = next(
        n
        for n, report in enumerate(reports, 1)
        if report.steps[2].verdict is Verdict.ALREADY_UPSTREAM
    )
    assert reports[first - 1].document.startswith("2024-07-24")
    assert needless_on(reports, 2) == f"{first}-13"
