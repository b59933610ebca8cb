"""The verdict of validation: what upstream had wrong already, and what a step made wrong."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from specmend.document.text.collector import collector_paused
from specmend.document.text.document import Document
from specmend.document.tree.pointer import format_pointer
from specmend.steps.apply import Applied
from specmend.steps.line_origins import Line
from specmend.steps.place_query import place_query
from specmend.steps.positional import uses_index
from specmend.steps.step import Outcome, Verdict
from specmend.validate.finding import Finding, Mending
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.table import RULES, faults_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """The findings of an upstream document, those of its result, and what steps mended."""

    upstream: tuple[Finding, ...]
    result: tuple[Finding, ...]
    mended: tuple[Finding, ...]


def validate_document(document: Document) -> tuple[Finding, ...]:
    """The findings of a document by itself, as its owner would see them."""
    with collector_paused():
        return _in_order(_finding(document, f, "upstream", 0) for f in faults_of(document.tree))


def validate_result(upstream: Document, applied: Applied) -> tuple[Finding, ...]:
    """The findings of a result: each is upstream's, or that of the step that made it."""
    with collector_paused():
        return _in_order(judged for judged, _ in _judged(_Upstream(upstream, applied), applied))


def compare(upstream: Document, applied: Applied) -> Compared:
    """The findings of an upstream document and of its result, each found once."""
    with collector_paused():
        own = _Upstream(upstream, applied)
        judged = list(_judged(own, applied))
        left = {key for _, key in judged if key is not None}
        findings = [(_finding(upstream, f, "upstream", 0), key) for f, key in own.keyed]
        return Compared(
            upstream=_in_order(finding for finding, _ in findings),
            result=_in_order(finding for finding, _ in judged),
            mended=_in_order(finding for finding, key in findings if key not in left),
        )


_Key = tuple[int, tuple[str, str]]
"""By what a fault of upstream is known in a result: its line, and its gist."""


class _Upstream:
    """The faults that an upstream document has already, found when they are asked for."""

    def __init__(self, document: Document, applied: Applied) -> None:
        self.document, self.applied = document, applied

    @cached_property
    def faults(self) -> list[Fault]:
        return faults_of(self.document.tree)

    @cached_property
    def keyed(self) -> list[tuple[Fault, _Key]]:
        """Each fault with what it is known by after the steps, which may have renamed keys."""
        names = _names(self.applied.outcomes)
        return [(f, (self.document.place(f.address)[0], _gist(f, names))) for f in self.faults]

    @cached_property
    def known(self) -> frozenset[_Key]:
        return frozenset(key for _, key in self.keyed)


def _judged(own: _Upstream, applied: Applied) -> Iterator[tuple[Finding, _Key | None]]:
    """The findings of a result, those of upstream's with what they are known by."""
    document, history = applied.document, _History(applied)
    is_same = document.tree is own.document.tree
    for fault in own.faults if is_same else faults_of(document.tree):
        origin = applied.lines.lines[document.place(fault.address)[0] - 1]
        key = (origin.upstream, _gist(fault))
        if key in own.known:
            yield _finding(document, fault, "upstream", 0), key
        else:
            yield _finding(document, fault, "step", history.culprit(fault, origin)), None


_Names = tuple[tuple[str, str], ...]
"""The keys that steps renamed, as a message may quote them: the old form and the new one."""


def _names(outcomes: Iterable[Outcome]) -> _Names:
    renamed = [
        (touch.address[-1:], touch.to[-1:])
        for outcome in outcomes
        if outcome.verdict is Verdict.APPLIES
        for touch in outcome.touches
        if touch.address != touch.to
    ]
    quoted = [(f"'{old[0]}'", f"'{new[0]}'") for old, new in renamed]
    pointed = [
        (format_pointer(old) + end, format_pointer(new) + end)
        for old, new in renamed
        for end in "/ "
    ]
    return (*quoted, *pointed)


def _gist(fault: Fault, names: _Names = ()) -> tuple[str, str]:
    """The rule and the message of a fault, as they would be after keys were renamed."""
    message = fault.message
    for old, new in names:
        message = message.replace(old, new)
    return fault.rule, message


class _History:
    """The faults of the trees between the steps, found when they are asked for."""

    def __init__(self, applied: Applied) -> None:
        self.applied = applied
        self.counts: dict[str, list[Counter[tuple[str, str]]]] = {}

    def culprit(self, fault: Fault, origin: Line) -> int:
        """The step that brought the fault: the last that wrote in its line, or else the first.

        Where none did, the step that wrote the line last.
        """
        makers = self._makers(fault)
        wrote = [step for step in origin.steps if step in makers]
        return next(iter([*wrote[::-1], *makers, *origin.steps[::-1]]), 0)

    def _makers(self, fault: Fault) -> list[int]:
        if fault.rule not in self.counts:
            self.counts[fault.rule] = [
                Counter(
                    _gist(other, _names(self.applied.outcomes[index:]))
                    for other in RULES[fault.rule](tree)
                )
                for index, tree in enumerate(self.applied.trees)
            ]
        numbers = [outcome.step.number for outcome in self.applied.outcomes]
        gist = _gist(fault)
        pairs = zip(numbers, pairwise(self.counts[fault.rule]), strict=True)
        return [number for number, (before, after) in pairs if after[gist] > before[gist]]


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings as they stand in the file; of one place in the order of rules and messages."""
    return tuple(sorted(findings, key=lambda f: (f.line, f.column, f.rule, f.message)))


def _finding(document: Document, fault: Fault, origin: str, step: int) -> Finding:
    line, column = document.place(fault.address)
    return Finding(
        rule=fault.rule,
        message=fault.message + _other_place(document, fault),
        file=document.name,
        line=line,
        column=column,
        pointer=format_pointer(fault.address),
        origin="upstream" if origin == "upstream" else "step",
        step=step,
        level=fault.level,
        advice=fault.advice,
        mend=_mending(document, fault),
    )


def _mending(document: Document, fault: Fault) -> Mending | None:
    mend = fault.mend
    if mend is None:
        return None
    address = fault.address if mend.at is None else mend.at
    target = mend.target or place_query(document.tree, address)
    if uses_index(target):
        # A member that nothing tells from the others: no step names it.
        return None
    return Mending(title=mend.title, target=target, action=json.loads(mend.action))


def _other_place(document: Document, fault: Fault) -> str:
    if not fault.beside:
        return ""
    line, column = document.place(fault.beside)
    return f"; the other is at {document.name}:{line}:{column}"
