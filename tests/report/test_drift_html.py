"""The drift report as a page for a browser: what it says, and that nothing in it is markup."""

from __future__ import annotations

from html.parser import HTMLParser

from tests.report.drifts import CHANGE, action, report, step_verdict

from specmend.diff.api_change import ApiChange
from specmend.report.drift import DriftReport
from specmend.report.drift_html import drift_html
from specmend.steps.step import Verdict

A, U, C = Verdict.APPLIES, Verdict.ALREADY_UPSTREAM, Verdict.CONFLICT


class Read(HTMLParser):
    """The tags of a page with their classes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(" ".join([tag, *((dict(attrs).get("class") or "").split())]))

    def handle_data(self, data: str) -> None:
        self.words += data


def test_one_document_has_its_steps_and_what_no_step_touches() -> None:
    read = Read(drift_html("pets", [report(A, C, untouched=(CHANGE,))]))
    assert "pets on new.yaml" in read.words
    assert "schema Pet: lost a|b" in read.words
    assert read.found.count("span mark still") == read.found.count("span mark bad") == 1
    assert "table matrix" not in read.found


def test_where_nothing_is_left_the_page_says_so() -> None:
    assert "<p>Nothing.</p>" in drift_html("pets", [report(A)])


def test_names_in_a_change_are_code() -> None:
    two = [ApiChange(subject="A", message=text, address=()) for text in ("lost `<b>`", "one ` is")]
    page = drift_html("pets", [report(A, untouched=tuple(two), unseen=tuple(two))])
    assert page.count("<li>A: lost <code>&lt;b&gt;</code></li>") == 2
    assert page.count("<li>A: one ` is</li>") == 2


def many(verdict: Verdict, number: int) -> DriftReport:
    """A report on a step with so many actions, each with a message of its own."""
    actions = [action(verdict, message=f"place {index}") for index in range(number)]
    return DriftReport(document="new.yaml", steps=(step_verdict(*actions),), untouched=())


def test_many_messages_of_a_settled_step_are_folded() -> None:
    assert "<details" not in drift_html("pets", [many(U, 6)])
    page = drift_html("pets", [many(U, 7)])
    assert "<details><summary>2 more</summary>" in page
    assert all(f"<div>place {index}</div>" in page for index in range(7))
    assert "<details open><summary>2 more</summary>" in drift_html("pets", [many(C, 7)])


def test_several_documents_are_a_table_of_symbols_with_a_legend() -> None:
    reports = [report(A, A, document="a.yaml"), report(U, C, document="b.yaml")]
    page = drift_html("pets", reports)
    read = Read(page)
    assert "table matrix" in read.found
    assert read.found.count("td version still") == 2
    assert read.found.count("td version good") == 1
    assert 'title="conflict on b.yaml">C' in page
    assert "A already-upstream" in " ".join(read.words.split())


def test_nothing_of_a_document_becomes_markup() -> None:
    text = "<script>alert('x')</script> & \"more\""
    change = ApiChange(subject=text, message=text, address=())
    one = DriftReport(
        document=text, steps=(step_verdict(action(message=text)),), untouched=(change,)
    )
    for reports in ([one], [one, one]):
        read = Read(drift_html(text, reports))
        assert "script" not in {tag.split()[0] for tag in read.found}
        assert text in read.words
