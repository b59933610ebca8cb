"""The verdict of validation: what upstream had wrong already, and what a step made wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from specmend.document.document import Document
from specmend.document.pointer import format_pointer
from specmend.document.tree import Tree
from specmend.steps.apply import Applied
from specmend.steps.lines import Line
from specmend.validate.finding import Fault, Finding
from specmend.validate.rules.table import RULES


def validate_document(document: Document) -> tuple[Finding, ...]:
    """The findings of a document by itself, as its owner would see them."""
    return tuple(_finding(document, fault, "upstream", 0) for fault in faults_of(document.tree))


def validate_result(upstream: Document, applied: Applied) -> tuple[Finding, ...]:
    """The findings of a result: each is upstream's, or that of the step that wrote the line or made the fault."""
    before = faults_of(upstream.tree)
    after = faults_of(applied.document.tree)
    known = {(upstream.place(fault.address)[0], _gist(fault)) for fault in before}
    judged = []
    for fault in after:
        line = applied.document.place(fault.address)[0]
        origin = applied.lines.lines[line - 1]
        if (origin.upstream, _gist(fault)) in known:
            judged.append(_finding(applied.document, fault, "upstream", 0))
        else:
            judged.append(_finding(applied.document, fault, "step", _culprit(applied, fault, origin)))
    return tuple(judged)


def faults_of(tree: Tree) -> list[Fault]:
    """Every fault of a tree under every rule."""
    return [fault for rule in RULES.values() for fault in rule(tree)]


def _gist(fault: Fault) -> tuple[str, str]:
    return fault.rule, fault.message


def _culprit(applied: Applied, fault: Fault, origin: Line) -> int:
    """The step that wrote the line last; where none did, the first step after which the fault is there."""
    if origin.steps:
        return origin.steps[-1]
    rules: Iterable[Callable[[Tree], Iterable[Fault]]] = (RULES[fault.rule],)
    for outcome, tree in zip(applied.outcomes, applied.trees[1:], strict=True):
        if any(_gist(f) == _gist(fault) for rule in rules for f in rule(tree)):
            return outcome.step.number
    return 0


def _finding(document: Document, fault: Fault, origin: str, step: int) -> Finding:
    line, column = document.place(fault.address)
    return Finding(
        rule=fault.rule, message=fault.message, file=document.name, line=line, column=column,
        pointer=format_pointer(fault.address), origin="upstream" if origin == "upstream" else "step", step=step,
    )  # fmt: skip
