"""Refuses a package in which something of the document is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from keyword import iskeyword
from pathlib import PurePosixPath

from specmend.document.openapi.schemas import Tree, schemas
from specmend.errors import Problem, RepositoryError
from specmend.generate.generators import Generated
from specmend.generate.normalize.lift import makes_class
from specmend.generate.plan import PackagePlan

HTTP_LIBRARIES = ("httpx2", "httpx")


def check_plan(plan: PackagePlan) -> None:
    """The settings must make a package; raises RepositoryError with one problem for each fault."""
    problems = []
    if plan.http not in HTTP_LIBRARIES:
        problems.append(
            Problem(
                message="unknown HTTP library",
                found=plan.http,
                expected=" or ".join(HTTP_LIBRARIES),
            )
        )
    if not plan.package.isidentifier() or iskeyword(plan.package):
        problems.append(
            Problem(
                message="the package cannot be imported",
                found=plan.package,
                expected="a Python name",
            )
        )
    problems += [
        Problem(
            message="a hand-written module leaves the package",
            found=path,
            expected="a path inside the package",
        )
        for path in plan.client_modules
        if path.startswith(("/", "\\")) or ".." in PurePosixPath(path).parts
    ]
    if problems:
        raise RepositoryError(*problems)


def check_references(tree: Tree) -> None:
    """Every reference of a schema must point into the document; raises RepositoryError with one problem for each."""
    known = {
        f"#/components/schemas/{name}" for name in tree.get("components", {}).get("schemas", {})
    }
    lost = sorted({str(schema["$ref"]) for schema in schemas(tree) if "$ref" in schema} - known)
    if lost:
        raise RepositoryError(*(_lost_reference(ref) for ref in lost))


def check_generated(tree: Tree, generated: Generated) -> None:
    """Every operation and every class must be there, once; raises RepositoryError with one problem for each fault."""
    problems = [*_operation_problems(generated), *_class_problems(tree, generated)]
    if problems:
        raise RepositoryError(*problems)


def _lost_reference(ref: str) -> Problem:
    inside = ref.startswith("#")
    return Problem(
        message="a reference points to nothing"
        if inside
        else "a reference points to another document",
        found=ref,
        expected="a schema of this document",
        advice="add a step that adds the schema, or one that mends the reference",
    )


def _operation_problems(generated: Generated) -> Iterator[Problem]:
    for fault in generated.faults:
        yield Problem(
            message=f"{fault['method'].upper()} {fault['path']} cannot be generated",
            found=fault["words"] or "the generator dropped it without a word",
            expected="a method of the client",
            advice="record a step that changes this operation, or one that removes it",
        )


def _class_problems(tree: Tree, generated: Generated) -> Iterator[Problem]:
    components = tree.get("components", {}).get("schemas", {})
    expected = {
        name for name, schema in components.items() if makes_class(schema) and "enum" not in schema
    }
    client, models = generated.client_classes, generated.model_classes
    yield from _missing(
        expected - client, "openapi-python-client made no class", generated.warnings
    )
    yield from _missing(
        expected - models, "datamodel-code-generator made no class", generated.warnings
    )
    yield from _missing(
        (client | models) - expected, "one generator made a class that no schema asks for", ()
    )


def _missing(names: Iterable[str], message: str, warnings: Iterable[str]) -> Iterator[Problem]:
    said = list(warnings)
    for name in sorted(names):
        words = [warning for warning in said if f"/{name}" in warning or f" {name}" in warning]
        yield Problem(
            message=f"{message}: {name}",
            found="; ".join(words),
            expected="one class for each schema, the same in both generators",
            advice="record a step that simplifies or renames this schema",
        )
