"""The whole line for one API, from pinned document to package, as values: nothing is written or printed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from specmend.document.text.document import Document
from specmend.errors import Problem, RepositoryError
from specmend.project.cache import input_files
from specmend.settings.layout import Api
from specmend.source.pin import Pin, read_upstream
from specmend.steps.active import active_steps
from specmend.steps.apply import Applied, apply_steps
from specmend.steps.read import read_steps
from specmend.steps.step import Step
from specmend.storage.write import read_folder

if TYPE_CHECKING:
    from specmend.generate.plan import PackagePlan


@dataclass(frozen=True, kw_only=True, slots=True)
class Sanitized:
    """An API's upstream document, all its steps, and what became of those that take part for the target."""

    api: Api
    generator: str
    pin: Pin
    upstream: Document
    steps: tuple[Step, ...]
    applied: Applied


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """Everything that a build writes: the sanitized document's bytes and the package's files with its manifest."""

    sanitized: bytes
    files: Mapping[str, bytes]
    warnings: tuple[str, ...]


def sanitize(api: Api, generator: str | None = None, *, strict: bool = True) -> Sanitized:
    """Apply an API's steps; with `strict`, raises RepositoryError with every problem of every step."""
    chosen = generator or api.settings.generator
    faults: list[Problem] = []
    pinned: tuple[Pin, Document] | None = None
    steps: tuple[Step, ...] = ()
    try:
        pinned = read_upstream(api)
    except RepositoryError as error:
        faults += error.problems
    try:
        steps = read_steps(api.steps, api.show(api.steps))
    except RepositoryError as error:
        faults += error.problems
    if pinned is None or faults:
        raise RepositoryError(*faults)
    part = active_steps(steps, chosen, pinned[1])
    applied = apply_steps(pinned[1], part, reserialize=api.settings.reserialize)
    if strict and applied.problems:
        raise RepositoryError(*applied.problems)
    return Sanitized(
        api=api, generator=chosen, pin=pinned[0], upstream=pinned[1], steps=steps, applied=applied
    )


def result_document(sanitized: Sanitized) -> Document:
    """The document after the steps, named as the file it is written to."""
    document = sanitized.applied.document
    name = sanitized.api.show(sanitized.api.sanitized)
    return replace(document, name=name)


def refuse_invalid(sanitized: Sanitized) -> list[str]:
    """Validate the result: raises RepositoryError for faults that a step made, and gives upstream's as warnings."""
    from specmend.validate.check import validate_result

    findings = validate_result(
        sanitized.upstream, sanitized.applied.renamed(result_document(sanitized))
    )
    made = [finding for finding in findings if finding.origin == "step"]
    if made:
        numbers = {step.number: step for step in sanitized.steps}
        raise RepositoryError(
            *(
                Problem(
                    message=f"the result is not valid: {f.message}", file=f.file, line=f.line, column=f.column,
                    found=f.pointer, advice=f"this is the work of {numbers[f.step].source.name}; mend that step"
                    if f.step in numbers else "",
                )
                for f in made
            )
        )  # fmt: skip
    return [f"{f.location}: upstream's own fault: {f.message}" for f in findings]


def build(sanitized: Sanitized) -> Built:
    """Generate the package of a sanitized document; raises RepositoryError or OutsideError with every fault."""
    from specmend.generate.manifest import Manifest, digest_of
    from specmend.generate.pipeline import generate, tool_versions

    api = sanitized.api
    document = result_document(sanitized)
    parcel = generate(document.tree, package_plan(sanitized), document)
    data = sanitized.applied.document.encode()
    manifest = Manifest(
        api=api.name,
        generator=sanitized.generator,
        tools=tool_versions(),
        inputs={name: digest_of(content) for name, content in input_files(api).items()},
        normalized=digest_of(parcel.normalized),
        sanitized={api.show(api.sanitized): digest_of(data)},
        files={name: digest_of(content) for name, content in parcel.files.items()},
    )
    files = {**parcel.files, api.manifest.name: manifest.encode()}
    return Built(sanitized=data, files=files, warnings=parcel.warnings)


def package_plan(sanitized: Sanitized) -> PackagePlan:
    """The settings of the generated package."""
    from specmend.generate.plan import PackagePlan

    api, settings = sanitized.api, sanitized.api.settings
    return PackagePlan(
        api=api.name,
        package=settings.package,
        version=settings.version,
        description=settings.description,
        license=settings.license,
        # The year is that of the upstream document: the same input gives the same bytes in any year.
        header=settings.header.replace("{year}", str(sanitized.pin.date.year)),
        repository=settings.repository,
        http=settings.http,
        flat=settings.flat,
        client_modules=read_folder(api.client_modules),
    )
