"""Refuses a package in which something of the document is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from specmend.document.openapi.calls import calls
from specmend.document.openapi.components import SCHEMAS, component_schemas, schema_pointer
from specmend.document.openapi.operations import Operation
from specmend.document.openapi.references import references
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.errors import Problem, RepositoryError
from specmend.generate.generators import Generated
from specmend.generate.hand_written import syntax_problems
from specmend.generate.normalize.lift import makes_class
from specmend.generate.plan import PackagePlan
from specmend.generate.source import Source


def check_plan(plan: PackagePlan) -> None:
    """Every hand-written module must stay in the package, and be Python.

    Raises RepositoryError with one problem for each that does not.
    """
    problems = [*_plan_problems(plan), *syntax_problems(plan)]
    if problems:
        raise RepositoryError(*problems)


def check_references(source: Source, normalized: Tree) -> None:
    """Every reference that is left in the normalized document must name one of its schemas.

    Raises RepositoryError with one problem for each that does not.
    """
    known = {schema_pointer(name) for name in component_schemas(normalized)}
    left = [text for address, text in references(normalized) if _counts(address)]
    places = {text: address for address, text in reversed(list(references(source.tree)))}
    lost = sorted(set(left) - known)
    if lost:
        raise RepositoryError(*(_lost_reference(source, text, places.get(text)) for text in lost))


def check_generated(source: Source, normalized: Tree, generated: Generated) -> None:
    """Every operation of the document must be a method, every class must be there, once.

    Raises RepositoryError with one problem for each fault.
    """
    problems = [
        *_operation_problems(source, generated),
        *_class_problems(normalized, generated),
    ]
    if problems:
        raise RepositoryError(*problems)


def _plan_problems(plan: PackagePlan) -> Iterator[Problem]:
    for path in plan.client_modules:
        if path.startswith(("/", "\\")) or ".." in PurePosixPath(path).parts:
            yield Problem(
                message="a hand-written module leaves the package",
                found=path,
                expected="a path inside the package",
            )


def _counts(address: Address) -> bool:
    """Whether a client is made of what stands at an address of a normalized document."""
    return address[:1] == ("paths",) or address[: len(SCHEMAS)] == SCHEMAS


def _lost_reference(source: Source, text: str, address: Address | None) -> Problem:
    message = "a reference points to nothing"
    if not text.startswith("#"):
        message = "a reference points to another document"
    expected = "a schema of this document"
    advice = "add a step that adds the schema, or one that mends the reference"
    if address is None:
        return Problem(message=message, found=text, expected=expected, advice=advice)
    return source.problem(address, message, found=text, expected=expected, advice=advice)


def _operation_problems(source: Source, generated: Generated) -> Iterator[Problem]:
    """The faults that the generators named, then the operations that became nothing at all."""
    known = {(call.method, call.path): call for call in calls(source.tree)}
    for fault in generated.faults:
        call = known.get((fault["method"], fault["path"]))
        yield _fault(source, fault["method"], fault["path"], fault["words"], call)
    named = {(fault["method"], fault["path"]) for fault in generated.faults}
    for (method, path), call in known.items():
        if (method, path) not in named | generated.operations:
            yield _fault(source, method, path, "", call)


def _fault(source: Source, method: str, path: str, words: str, call: Operation | None) -> Problem:
    message = f"{method} {path} cannot be generated"
    found = words or "the generator dropped it without a word"
    expected = "a method of the client"
    advice = "record a step that changes this operation, or one that removes it"
    if call is None:
        return Problem(message=message, found=found, expected=expected, advice=advice)
    return source.problem(call.address, message, found=found, expected=expected, advice=advice)


def _class_problems(tree: Tree, generated: Generated) -> Iterator[Problem]:
    components = component_schemas(tree)
    classes = {name for name, schema in components.items() if makes_class(schema)}
    expected = {name for name in classes if "enum" not in components[name]}
    client, models = generated.client_classes, generated.model_classes
    warnings = generated.warnings
    yield from _missing(expected - client, "openapi-python-client made no class", warnings)
    yield from _missing(expected - models, "datamodel-code-generator made no class", warnings)
    extra = (client | models) - expected
    yield from _missing(extra, "one generator made a class that no schema asks for", ())


def _missing(names: Iterable[str], message: str, warnings: Iterable[str]) -> Iterator[Problem]:
    lines = list(warnings)
    for name in sorted(names):
        about = [line for line in lines if f"/{name}" in line or f" {name}" in line]
        yield Problem(
            message=f"{message}: {name}",
            found="; ".join(about),
            expected="one class for each schema, the same in both generators",
            advice="record a step that simplifies or renames this schema",
        )
