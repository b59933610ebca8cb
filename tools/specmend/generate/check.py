"""Refuses a package in which something of the document is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from specmend.document.openapi.calls import calls
from specmend.document.openapi.operations import Operation
from specmend.document.openapi.places import place_in
from specmend.document.openapi.references import references, resolve
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.generate.generators import Generated
from specmend.generate.hand_written import syntax_problems
from specmend.generate.mending import step_for_reference
from specmend.generate.plan import PackagePlan
from specmend.generate.source import Source


def check_plan(plan: PackagePlan) -> None:
    """Every hand-written module must stay in the package, and be Python.

    Raises RepositoryError with one problem for each that does not.
    """
    problems = [*_plan_problems(plan), *syntax_problems(plan)]
    if problems:
        raise RepositoryError(*problems)


def check_references(source: Source, outline: Tree) -> None:
    """Every reference that a client could need must lead to something in the document.

    `outline` is the document without the parts that no client is made of. Raises RepositoryError
    with one problem for each reference that leads nowhere.
    """
    lost = [
        (address, text)
        for address, text in references(outline)
        if resolve(outline, text) is MISSING
    ]
    if lost:
        raise RepositoryError(*_lost_references(source, lost))


def check_generated(source: Source, generated: Generated) -> None:
    """Every operation of the document must be a method.

    Raises RepositoryError with one problem for each that is not, and OutsideError where a class is
    missing.
    """
    problems = list(_operation_problems(source, generated))
    if problems:
        raise RepositoryError(*problems)
    if generated.missing_classes:
        raise OutsideError(
            Problem(
                message="the generator of the models left out classes",
                found=", ".join(generated.missing_classes),
                expected="one class for each object of the document",
                advice="report this with the document: no step can mend it",
            )
        )


def operation_warnings(source: Source, generated: Generated) -> Iterator[str]:
    """What the methods of operations do without: the first such operation, and how many more."""
    known = {(call.method, call.path): call for call in calls(source.tree)}
    concerned: dict[str, list[tuple[tuple[str, str], Address]]] = {}
    for warning in generated.warnings:
        place = ((warning["method"], warning["path"]), tuple(warning.get("at", ())))
        places = concerned.setdefault(warning["words"], [])
        if place not in places:
            places.append(place)
    for words, places in concerned.items():
        first, keys = places[0]
        where = ""
        if first in known:
            where = f"{source.where(place_in(source.tree, known[first], keys))}: "
        yield f"{where}{' '.join(first)}{_more(places)}: {words}"


def _more(places: list[tuple[tuple[str, str], Address]]) -> str:
    """How many more operations there are, or how many places where an operation has several."""
    count = len(places) - 1
    what = "operation" if len({operation for operation, _ in places}) > count else "place"
    return f" (and {count} more {what if count == 1 else f'{what}s'})" if count else ""


def _plan_problems(plan: PackagePlan) -> Iterator[Problem]:
    for path in plan.client_modules:
        if path.startswith(("/", "\\")) or ".." in PurePosixPath(path).parts:
            yield Problem(
                message="a hand-written module leaves the package",
                found=path,
                expected="a path inside the package",
            )


def _lost_references(source: Source, lost: list[tuple[Address, str]]) -> Iterator[Problem]:
    """A problem at each place of the document that has one of the references."""
    written = list(references(source.tree))
    # A reference that was moved away is looked for by its text.
    kept = set(lost).intersection(written)
    moved = {text for _, text in lost} - {text for _, text in kept}
    for address, text in written:
        if (address, text) in kept or text in moved:
            yield _lost_reference(source, text, address)
    for text in sorted(moved - {text for _, text in written}):
        yield _lost_reference(source, text, ())


def _lost_reference(source: Source, text: str, address: Address) -> Problem:
    is_elsewhere = not text.startswith("#")
    step = step_for_reference(source, text)
    cause = "reference-elsewhere" if is_elsewhere else "reference-lost"
    return source.problem(
        address,
        f"a reference points to {'another document' if is_elsewhere else 'nothing'}",
        found=text,
        expected="a part of this document",
        advice="add a step that adds the part, or one that mends the reference",
        # What one step mends is one cause.
        cause=f"{cause} {text}" if step else cause,
        step=step,
    )


def _operation_problems(source: Source, generated: Generated) -> Iterator[Problem]:
    """The faults that were noted, then the operations that became nothing at all."""
    known = {(call.method, call.path): call for call in calls(source.tree)}
    for fault in generated.faults:
        call = known.get((fault["method"], fault["path"]))
        yield _fault(source, fault, call)
    named = {(fault["method"], fault["path"]) for fault in generated.faults}
    for (method, path), call in known.items():
        if (method, path) not in named | generated.operations:
            yield _fault(source, {"method": method, "path": path, "words": ""}, call)


def _fault(source: Source, fault: dict[str, Any], call: Operation | None) -> Problem:
    words = fault["words"]
    return source.problem(
        () if call is None else place_in(source.tree, call, fault.get("at", [])),
        f"{fault['method']} {fault['path']} cannot be generated",
        found=words or "no method came of it",
        expected="a method of the client",
        advice="record a step that changes this operation, or one that removes it",
        cause="operation-marks" if words else "operation-missing",
        owner=None if call is None else call.address,
    )
