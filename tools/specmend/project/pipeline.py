"""The pipeline of one API as values, from pinned document to package; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from specmend.document.text.document import Document
from specmend.document.tree.values import MISSING, get
from specmend.errors import Problem, RepositoryError
from specmend.generate.manifest import Manifest, digest_of
from specmend.generate.plan import ClientPackage, PackagePlan
from specmend.progress import SILENT, Progress, phase
from specmend.project.cache import input_files
from specmend.settings.layout import ApiLayout
from specmend.source.pin import Pin, read_pin
from specmend.steps.apply import Applied
from specmend.steps.series import Series, read_series
from specmend.steps.step import Step
from specmend.storage.transaction import Changes
from specmend.storage.write import read_folder
from specmend.validate.check import validate_result
from specmend.validate.finding import Finding
from specmend.validate.rules.paths import NO_OPERATION, no_operation_faults
from specmend.validate.summary import in_words, summarized
from specmend.version import VERSION


@dataclass(frozen=True, kw_only=True, slots=True)
class Sanitized:
    """The series of an API and what became of its active steps on the pinned document."""

    api: ApiLayout
    pin: Pin
    series: Series
    applied: Applied

    @property
    def document(self) -> Document:
        """The sanitized document, named as the file that it is written to."""
        return replace(self.applied.document, name=self.api.show(self.api.sanitized))


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """What a build writes: the sanitized document, and the package's files with the manifest.

    Without a package, the manifest is the only file: it knows what the document was made of.
    """

    sanitized: bytes
    files: Mapping[str, bytes]
    warnings: tuple[str, ...]


def sanitize(
    api: ApiLayout,
    generator: str | None = None,
    *,
    raise_on_problem: bool = True,
    progress: Progress = SILENT,
) -> Sanitized:
    """Apply the steps of an API to its pinned document.

    With `raise_on_problem`, raises RepositoryError with every problem of every step. Faults of the
    pin, of the document and of the step files are always raised.
    """
    series = read_series(api, generator, progress=progress)
    return sanitize_with(api, series, raise_on_problem=raise_on_problem, progress=progress)


def sanitize_with(
    api: ApiLayout,
    series: Series,
    *,
    raise_on_problem: bool = True,
    progress: Progress = SILENT,
) -> Sanitized:
    """Apply steps to the pinned document of an API, whether they are written yet or not."""
    applied = series.apply(progress=progress)
    if raise_on_problem and applied.problems:
        raise RepositoryError(*applied.problems)
    return Sanitized(api=api, pin=read_pin(api), series=series, applied=applied)


def findings_of(sanitized: Sanitized) -> tuple[Finding, ...]:
    """What is not valid in the sanitized document, with the origin of each fault."""
    return validate_result(sanitized.series.document, sanitized.applied.renamed(sanitized.document))


def refuse_invalid(sanitized: Sanitized, progress: Progress = SILENT) -> tuple[Finding, ...]:
    """Validate the sanitized document, and give what upstream has too.

    Raises RepositoryError with the faults that steps made.
    """
    with phase(progress, sanitized.api.name, "validating"):
        findings = findings_of(sanitized)
    steps = {step.number: step for step in sanitized.series.steps}
    problems = [
        _invalid(finding, steps.get(finding.step)) for finding in findings if finding.is_by_a_step
    ]
    if problems:
        raise RepositoryError(*problems)
    return findings


def warnings_of(findings: Iterable[Finding]) -> list[str]:
    """Warnings of a build for what is not valid; many of one kind are one."""
    return [
        f"{finding.location}: {_whose(finding)}{in_words(finding, others)}"
        for finding, others in summarized(findings)
    ]


def _whose(finding: Finding) -> str:
    """Whose fault it is; what is read as it is meant is nobody's."""
    return "" if finding.level == "warning" else "upstream's own fault: "


def refuse_without_operation(document: Document) -> None:
    """Raise RepositoryError for a document of which no client can be made.

    Of webhooks there are models at least, for who receives them.
    """
    if get(document.tree, ("webhooks",)) not in (MISSING, {}, None):
        return
    for fault in no_operation_faults(document.tree):
        raise RepositoryError(
            document.problem(
                fault.address,
                fault.message,
                expected="an operation in a path",
                advice=f"{NO_OPERATION}, or record a step that adds them",
            )
        )


def check_document_of(sanitized: Sanitized) -> None:
    """Raise RepositoryError with the faults that a build would find before a generator runs."""
    if not sanitized.api.settings.package:
        return
    from specmend.generate.pipeline import check_document

    document = sanitized.document
    check_document(document.tree, package_plan(sanitized), document)


def build(
    sanitized: Sanitized, changes: Changes | None = None, progress: Progress = SILENT
) -> Built:
    """Generate the package; raises RepositoryError or OutsideError with every fault.

    `changes` are the step files that are to be written or removed with it.
    """
    api, document = sanitized.api, sanitized.document
    package, tools = _package(sanitized, progress)
    data = document.encode()
    manifest = Manifest(
        api=api.name,
        generator=sanitized.series.generator,
        tools=tools,
        inputs=_digests(input_files(api, changes)),
        normalized=digest_of(package.normalized) if package.normalized else "",
        sanitized={api.show(api.sanitized): digest_of(data)},
        files=_digests(package.files),
    )
    files = {**package.files, api.manifest.name: manifest.encode()}
    return Built(sanitized=data, files=files, warnings=package.warnings)


def _package(sanitized: Sanitized, progress: Progress) -> tuple[ClientPackage, Mapping[str, str]]:
    """The client package and the versions of the tools that made it; none without its name."""
    if not sanitized.api.settings.package:
        return ClientPackage(files={}, normalized=b""), {"specmend": VERSION}
    # What makes packages takes its time to load, and to validate or apply needs none of it.
    from specmend.generate.pipeline import generate, tool_versions

    document = sanitized.document
    refuse_without_operation(document)
    return generate(document.tree, package_plan(sanitized), document, progress), tool_versions()


def build_or_propose(sanitized: Sanitized, progress: Progress = SILENT) -> Built:
    """Generate the package; each fault that is raised comes with a step that would mend it."""
    document = sanitized.document
    try:
        return build(sanitized, progress=progress)
    except RepositoryError as error:
        from specmend.generate.mending import with_steps
        from specmend.generate.source import Source

        source = Source(tree=document.tree, document=document, api=sanitized.api.name)
        raise RepositoryError(*with_steps(source, error.problems)) from error


def package_plan(sanitized: Sanitized) -> PackagePlan:
    """The settings of the generated package."""
    api, settings = sanitized.api, sanitized.api.settings
    return PackagePlan(
        api=api.name,
        package=settings.package,
        version=settings.version,
        description=settings.description,
        license=settings.license,
        # The year of the pin, not of the build: the same input gives the same bytes in any year.
        header=settings.header.replace("{year}", str(sanitized.pin.date.year)),
        repository=settings.repository,
        http=settings.http,
        flat=settings.flat,
        extras=settings.extras,
        open=settings.open,
        closed_enums=settings.closed_enums,
        client_modules=read_folder(api.client_modules),
        modules_folder=api.show(api.client_modules),
    )


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest_of(content) for name, content in files.items()}


def _invalid(finding: Finding, step: Step | None) -> Problem:
    advice = f"this is the work of {step.source.name}; mend that step" if step else finding.advice
    return Problem(
        message=f"the result is not valid: {finding.message}",
        file=finding.file,
        line=finding.line,
        column=finding.column,
        found=finding.pointer,
        advice=advice,
    )
