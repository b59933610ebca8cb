"""Reviews as JSON has them, for machines."""

from __future__ import annotations

from typing import Any

from specmend.document.tree.values import MISSING
from specmend.errors import Problem
from specmend.report.changes_data import Data, change_data
from specmend.review.records import (
    Bump,
    BumpReason,
    Cause,
    FileCount,
    LogRow,
    Notes,
    Review,
    Reviews,
    Side,
    StepChange,
    ToolMove,
    UpstreamChange,
)
from specmend.review.timeline import Timeline


def reviews_data(reviews: Reviews, *, ok: bool) -> Data:
    """All reviews as plain data."""
    return {
        "ok": ok,
        "base": reviews.base,
        "head": reviews.head,
        "summary": reviews.summary,
        "apis": [review_data(one) for one in reviews.apis],
        "gone": list(reviews.gone),
    }


def review_data(review: Review) -> Data:
    """One review as plain data; the order of the fields is that of the page."""
    return {
        "api": review.api,
        "summary": review.summary,
        "level": review.level,
        "base": _side(review.base),
        "head": _side(review.head),
        "bump": _bump(review.bump),
        "problems": list(map(_problem, review.problems)),
        "remarks": list(review.remarks),
        "breaks": list(map(_cause, review.breaks)),
        "wire_only": list(map(change_data, review.wire_only)),
        "new": list(map(_cause, review.new)),
        "changed": list(map(_cause, review.changed)),
        "doubt": review.doubt,
        "steps": list(map(_step, review.steps)),
        "timeline": _timeline(review.timeline) if review.timeline else None,
        "upstream": list(map(_upstream, review.upstream)),
        "tools": list(map(_tool, review.tools)),
        "files": list(map(_files, review.files)),
        "notes": _notes(review.notes),
        "wire": list(map(change_data, review.wire)),
        "package": list(map(change_data, review.package)),
    }


def _side(side: Side) -> Data:
    return {
        "name": side.name,
        "commit": side.commit,
        "there": side.is_there,
        "api": side.api,
        "package": side.package,
        "version": side.version,
        "origin": side.origin,
        "date": side.date,
        "sha256": side.digest,
    }


def _bump(bump: Bump) -> Data:
    return {
        "part": bump.part,
        "old": bump.old,
        "new": bump.new,
        "version": bump.version,
        "given": bump.given,
        "enough": bump.is_enough,
        "excuse": bump.excuse,
        "reasons": list(map(_reason, bump.reasons)),
    }


def _reason(reason: BumpReason) -> Data:
    return {
        "part": reason.part,
        "on": reason.on,
        "words": reason.words,
        "by": reason.by,
        "cause": reason.cause,
    }


def _cause(cause: Cause) -> Data:
    return {
        "by": cause.by,
        "wire": list(map(change_data, cause.wire)),
        "package": list(map(change_data, cause.package)),
    }


def _step(step: StepChange) -> Data:
    return {
        "fate": step.fate,
        "number": step.number,
        "number_before": step.number_before,
        "title": step.title,
        "reason": step.reason,
        "reason_before": step.reason_before,
        "link": step.link,
        "generator": step.generator,
        "file": step.file,
        "verdict": step.verdict,
        "message": step.message,
        "needs_person": step.needs_person,
        "places": list(map(_row, step.rows)),
        "diff": list(step.diff),
        "file_diff": list(step.file_diff),
    }


def _row(row: LogRow) -> Data:
    values: dict[str, Any] = {"original": row.original, "updated": row.updated}
    present = {name: value for name, value in values.items() if value is not MISSING}
    return {"path": row.path, **present}


def _timeline(timeline: Timeline) -> Data:
    """A verdict is null on a version that cannot be read."""
    return {
        "versions": [{"name": one.name, "detail": one.detail} for one in timeline.versions],
        "steps": [
            {
                "number": row.number,
                "title": row.title,
                "fate": row.mark,
                "verdicts": [None if one is None else str(one) for one in row.verdicts],
            }
            for row in timeline.rows
        ],
    }


def _upstream(change: UpstreamChange) -> Data:
    return {**change_data(change.change), "steps": list(change.steps)}


def _tool(tool: ToolMove) -> Data:
    return {"name": tool.name, "old": tool.old, "new": tool.new}


def _files(count: FileCount) -> Data:
    return {
        "place": count.place,
        "added": count.added,
        "changed": count.changed,
        "removed": count.removed,
    }


def _notes(notes: Notes) -> Data:
    return {
        "removed": list(notes.removed),
        "changed": list(notes.changed),
        "added": list(notes.added),
        "deprecated": list(notes.deprecated),
        "fixed": list(notes.fixed),
    }


def _problem(problem: Problem) -> Data:
    fields = ("file", "line", "column", "message", "found", "expected", "advice")
    return {name: getattr(problem, name) for name in fields if getattr(problem, name)}
