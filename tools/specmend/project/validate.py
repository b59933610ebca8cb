"""The documents of an API, or any file, compared with the standard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from specmend.document.text.collector import collector_paused
from specmend.document.text.document import Document
from specmend.errors import Problem
from specmend.progress import SILENT, Progress, phase
from specmend.settings.layout import ApiLayout
from specmend.steps.check_shape import overlay_problems
from specmend.validate.check import compare, validate_document
from specmend.validate.finding import Finding


@dataclass(frozen=True, kw_only=True, slots=True)
class Validation:
    """What is not valid in the upstream document of an API, and what in the sanitized one.

    `mended` are those findings of upstream that the sanitized document has no more.
    """

    api: ApiLayout
    upstream: tuple[Finding, ...]
    result: tuple[Finding, ...]
    mended: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether no step made an error; what upstream has too is allowed."""
        return not any(finding.is_by_a_step for finding in self.result)


@dataclass(frozen=True, kw_only=True, slots=True)
class FileValidation:
    """What is not valid in one file.

    An OpenAPI document has `findings`, an overlay has `problems`.
    """

    file: str
    kind: Literal["openapi", "overlay"]
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the file is valid; warnings are allowed."""
        return not (self.problems or any(finding.level == "error" for finding in self.findings))


def validate_api(
    api: ApiLayout, generator: str | None = None, *, progress: Progress = SILENT
) -> Validation:
    """Validate the upstream document of an API and the sanitized one.

    Raises RepositoryError when the steps do not apply.
    """
    # A file is validated without what makes packages.
    from specmend.project.pipeline import sanitize

    with collector_paused():
        sanitized = sanitize(api, generator, progress=progress)
        named = sanitized.applied.renamed(sanitized.document)
        with phase(progress, api.name, "validating"):
            found = compare(sanitized.series.document, named)
    return Validation(api=api, upstream=found.upstream, result=found.result, mended=found.mended)


def validate_file(document: Document) -> FileValidation:
    """Validate any document; one with the root key `overlay` is an overlay."""
    if isinstance(document.tree, dict) and "overlay" in document.tree:
        problems = tuple(overlay_problems(document))
        return FileValidation(file=document.name, kind="overlay", problems=problems)
    findings = validate_document(document)
    return FileValidation(file=document.name, kind="openapi", findings=findings)
