"""Reviews as a page of Markdown for a pull request, as long as a comment may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from specmend.report.fit import LONGEST, Item, Part, fitted
from specmend.report.inert import code, inert, shortened
from specmend.report.markdown import fenced, macros
from specmend.report.matrix import SYMBOLS
from specmend.report.review_entry import Entry, entry_of, of_package, of_wire
from specmend.report.review_words import (
    FATES,
    MOST_REASONS,
    NOTES,
    count,
    files_line,
    sentence,
    title_of,
    tools_line,
    wire_only,
)
from specmend.report.timeline import symbols_of
from specmend.review.records import Review, Reviews, StepChange
from specmend.review.timeline import Timeline

_ROWS: Final = 20
"""So many places of a step stand in the table of what it changes."""

_LINES: Final = 120
"""So many lines of a difference are shown."""

_TEXT: Final = 400
"""Up to so many characters of a sentence."""

_WIDE: Final = 200
"""Up to so many characters of such a line."""


def review_markdown(reviews: Reviews, most: int = LONGEST) -> str:
    """The page of all APIs, of at most `most` characters; what is cut is counted and said."""
    pages = _Pages()
    head = f"{_text(reviews.summary)}\n" if len(reviews.apis) != 1 or reviews.gone else ""
    parts = [Part(head=head)]
    for review in reviews.apis:
        parts += pages.api(review)
    return fitted(parts, most).lstrip("\n")


class _Pages:
    """The parts of a page, made by the macros of one template."""

    def __init__(self) -> None:
        values = {"fates": FATES, "most_rows": _ROWS, "most_reasons": MOST_REASONS}
        values |= {"sentence": sentence}
        self._macros: Any = macros("review.md.jinja", **values)

    def api(self, review: Review) -> Iterable[Part]:
        """The parts of one API, the first of which says it in a sentence."""
        make = self._macros
        remarks = tuple(Item(text=f"\n{_text(remark)}\n") for remark in review.remarks)
        yield Part(head=self._head(review), items=remarks, noun="remarks")
        yield self._section("Before the merge", map(make.problem, review.problems), "problems")
        if review.is_empty:
            return
        yield self._section("What breaks", self._entries(map(entry_of, review.breaks)), "changes")
        heading, words = wire_only(review)
        wire = self._entries(map(of_wire, review.wire_only))
        yield self._section(heading, wire, "changes", words)
        new = self._entries(map(entry_of, review.new))
        yield self._section("What is new", new, "changes")
        changed = self._entries(map(entry_of, review.changed))
        yield self._section("What else changes", changed, "changes")
        yield _part("Steps", [self._step(one) for one in review.steps], "steps")
        if review.timeline:
            yield self._timeline(review.timeline)
        upstream = (make.upstream(one, of_wire(one.change)) for one in review.upstream)
        yield self._section("What upstream changed", upstream, "changes")
        yield self._files(review)
        yield from self._folded(review)

    def _head(self, review: Review) -> str:
        said = f"\n## {_text(title_of(review), 200)}\n\n**{_text(review.summary)}**\n"
        return said if review.bump.part == "none" else said + self._macros.bump(review.bump)

    def _section(self, heading: str, items: Iterable[str], noun: str, intro: str = "") -> Part:
        return _part(heading, [Item(text=str(text)) for text in items], noun, intro)

    def _entries(self, entries: Iterable[Entry]) -> Iterable[str]:
        return (self._macros.entry(entry) for entry in entries)

    def _step(self, one: StepChange) -> Item:
        """A step; its differences are folded, and only their lengths said where they are cut."""
        listed = [("What it does to the document", one.diff), ("The step itself", one.file_diff)]
        shown = [(summary, lines) for summary, lines in listed if lines]
        folded = [self._macros.diff(name, len(lines), _diff(lines)) for name, lines in shown]
        cut = [f"*{name}: {count(len(lines), 'line')} not shown.*\n\n" for name, lines in shown]
        return Item(
            text=str(self._macros.step(one)),
            folded="".join(map(str, folded)),
            instead="".join(cut),
        )

    def _files(self, review: Review) -> Part:
        lines = [
            f"{code(shortened(one.place, 200))}: {files_line(one)}" for one in review.files
        ] + [_text(tools_line(one)) for one in review.tools]
        heading = "Files and tools" if review.tools else "Files"
        return _part(heading, [Item(text=f"- {line}\n") for line in lines], "lines")

    def _timeline(self, one: Timeline) -> Part:
        legend = ", ".join(f"`{SYMBOLS[verdict]}` {verdict}" for verdict in one.verdicts)
        rows = [Item(text=str(self._macros.timeline_row(row, symbols_of(row)))) for row in one.rows]
        head = f"{self._macros.timeline(one)}"
        return _folded("Steps and versions of upstream", rows, "steps", f"{legend}\n\n{head}")

    def _folded(self, review: Review) -> Iterable[Part]:
        """What stands folded at the end: notes for users, and everything that changed."""
        told = [(heading, getattr(review.notes, name)) for name, heading in NOTES.items()]
        notes = [
            Item(text=f"- {heading}: {_text(line)}\n") for heading, lines in told for line in lines
        ]
        yield _folded("Notes for users", notes, "notes")
        rows = [self._macros.row("wire", of_wire(one)) for one in review.wire]
        rows += [self._macros.row("package", of_package(one)) for one in review.package]
        items = [Item(text=str(row)) for row in rows]
        head = "| on | level | what | where | also | by | check |\n|---|---|---|---|---|---|---|\n"
        yield _folded("Everything that changed", items, "changes", head)


def _part(heading: str, items: Sequence[Item], noun: str, intro: str = "") -> Part:
    """A part under a heading; an empty one is not shown."""
    if not items:
        return Part(head="")
    said = f"{intro}\n\n" if intro else ""
    return Part(head=f"\n### {heading}\n\n{said}", items=tuple(items), noun=noun)


def _folded(summary: str, items: Sequence[Item], noun: str, head: str = "") -> Part:
    """A part that a reader opens; an empty one is not shown."""
    if not items:
        return Part(head="")
    opening = f"\n<details><summary>{summary} ({len(items):,})</summary>\n\n{head}"
    tail = "\n</details>\n"
    return Part(head=opening, items=tuple(items), tail=tail, noun=noun, is_folded=True)


def _text(text: str, most: int = _TEXT) -> str:
    return inert(shortened(text, most))


def _diff(lines: Sequence[str]) -> str:
    shown = [shortened(line.rstrip("\n"), _WIDE) for line in lines[:_LINES]]
    if len(lines) > _LINES:
        shown.append(f"... {len(lines) - _LINES:,} more lines")
    return fenced("\n".join(shown), "diff")
