"""The record of the steps as a Markdown page: Original, Updated and Reason for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from specmend.document.text.editing.block import write_after_key
from specmend.document.text.style import Style
from specmend.document.tree.values import MISSING, Tree
from specmend.report.steps import Row, StepRecord, in_words
from specmend.source.pin import Pin

_SHORT = 60


def record_page(api: str, pin: Pin, records: Sequence[StepRecord]) -> str:
    """The whole page, with a final line break."""
    head = [
        f"# What specmend changes in the document of {api}",
        (
            f"Upstream: {pin.origin}, taken on {pin.date.isoformat()}, SHA-256 `{pin.sha256}`. "
            f"{len(records)} steps, in the order in which they are applied. "
            "Originals and updates are read from the documents."
        ),
    ]
    parts = [*head, *(part for record in records for part in _step(record))]
    return "\n\n".join(parts) + "\n"


def _step(record: StepRecord) -> list[str]:
    step = record.step
    audience = f"the generator {step.generator} only" if step.generator else "every generator"
    facts = [f"For: {audience}", f"File: `{step.source.name}`"]
    if step.applies_to.words:
        facts.append(f"Applies to: {step.applies_to.words}")
    if not record.is_active:
        facts.append("Not applied for this generator and document")
    if step.link:
        facts.append(f"Link: <{step.link}>")
    if step.until:
        facts.append(f"Until: {step.until}")
    if record.problems:
        facts.append(
            f"**Does not apply ({record.verdict})**: {'; '.join(p.message for p in record.problems)}"
        )
    listed = "\n".join(f"- {fact}" for fact in facts)
    return [
        f"## {step.number}. {step.title}",
        listed,
        *_changes(record.rows),
        f"**Reason:** {_escape(step.reason)}",
    ]


def _changes(rows: Sequence[Row]) -> list[str]:
    if all(_is_short(value) for row in rows for value in (row.before, row.after)):
        lines = ["| Place | Original | Updated |", "|---|---|---|"]
        lines += [
            f"| {_cell(_code(row.path))} | {_value(row.before)} | {_value(row.after)} |"
            for row in rows
        ]
        return ["\n".join(lines)] if rows else []
    return [part for row in rows for part in _blocks(row)]


def _blocks(row: Row) -> Iterable[str]:
    yield f"Place: {_code(row.path)}"
    yield f"**Original:**{_block(row.before)}"
    yield f"**Updated:**{_block(row.after)}"


def _block(value: Tree) -> str:
    if value is MISSING:
        return " absent"
    written = write_after_key(value, -2, Style()).lstrip("\n ")
    fence = max("```", _longer_than_any_in(written), key=len)
    return f"\n\n{fence}yaml\n{written}\n{fence}"


def _is_short(value: Tree) -> bool:
    return value is MISSING or len(in_words(value, 10_000)) <= _SHORT


def _value(value: Tree) -> str:
    return "absent" if value is MISSING else _cell(_code(in_words(value)))


def _code(text: str) -> str:
    """Text as code; between more backticks than any that stand in it (CommonMark section 6.1)."""
    if "`" not in text:
        return f"`{text}`"
    ticks = _longer_than_any_in(text)
    return f"{ticks} {text} {ticks}"


def _longer_than_any_in(text: str) -> str:
    return "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _escape(text: str) -> str:
    return text.replace("<", "&lt;")
