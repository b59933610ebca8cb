"""specmend: keeps an API client healthy when the API's OpenAPI document belongs to somebody else.

The library has two classes: `Project` and `Api`. What a command does, one of their methods does.
Every name of `__all__` is imported when it is first used, so that the command line starts fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from specmend.version import VERSION

if TYPE_CHECKING:
    from specmend.diff.change import Change
    from specmend.document.text.document import Document
    from specmend.errors import OutsideError, Problem, RepositoryError, SpecmendError
    from specmend.progress import Event, Progress
    from specmend.project.api import Api
    from specmend.project.build import BuildReport
    from specmend.project.changed_since import ChangedApis, TouchedApi
    from specmend.project.check import CheckReport
    from specmend.project.diff import Diff, diff_documents
    from specmend.project.documents import load_document
    from specmend.project.fetch import FetchReport
    from specmend.project.init import Initialized
    from specmend.project.new_step import NewStep
    from specmend.project.output_check import OutputCheck
    from specmend.project.output_report import OutputReport
    from specmend.project.overlay import overlay_document
    from specmend.project.pipeline import Sanitized
    from specmend.project.proposals import Proposals
    from specmend.project.refresh import Refreshed
    from specmend.project.release import Released
    from specmend.project.renumber import Dropped
    from specmend.project.repository import Project
    from specmend.project.stale import Stale
    from specmend.project.status import ApiStatus
    from specmend.project.update import UpdateReport
    from specmend.project.validate import FileValidation, Validation, validate_file
    from specmend.release.verify import Verified, VerifiedFile
    from specmend.report.drift import DriftReport
    from specmend.report.steps import StepRecord
    from specmend.review.records import Review, Reviews
    from specmend.settings.generators import GeneratorSettings
    from specmend.settings.settings import ApiSettings
    from specmend.steps.apply import Applied
    from specmend.steps.blame import BlamedLine
    from specmend.steps.edits.edit import NamedEdit
    from specmend.steps.edits.table import EDITS
    from specmend.steps.exchange.plain_overlay import OverlayResult
    from specmend.steps.series import Series
    from specmend.steps.step import Outcome, Step, Verdict
    from specmend.steps.step_diff import StepDiff
    from specmend.update.decision import Choice
    from specmend.validate.finding import Finding

__version__: Final = VERSION

__all__ = [
    "EDITS",
    "Api",
    "ApiSettings",
    "ApiStatus",
    "Applied",
    "BlamedLine",
    "BuildReport",
    "Change",
    "ChangedApis",
    "CheckReport",
    "Choice",
    "Diff",
    "Document",
    "DriftReport",
    "Dropped",
    "Event",
    "FetchReport",
    "FileValidation",
    "Finding",
    "GeneratorSettings",
    "Initialized",
    "NamedEdit",
    "NewStep",
    "Outcome",
    "OutputCheck",
    "OutputReport",
    "OutsideError",
    "OverlayResult",
    "Problem",
    "Progress",
    "Project",
    "Proposals",
    "Refreshed",
    "Released",
    "RepositoryError",
    "Review",
    "Reviews",
    "Sanitized",
    "Series",
    "SpecmendError",
    "Stale",
    "Step",
    "StepDiff",
    "StepRecord",
    "TouchedApi",
    "UpdateReport",
    "Validation",
    "Verdict",
    "Verified",
    "VerifiedFile",
    "diff_documents",
    "load_document",
    "overlay_document",
    "validate_file",
]

_MODULES: Final = {
    "Api": "project.api",
    "ApiSettings": "settings.settings",
    "ApiStatus": "project.status",
    "Applied": "steps.apply",
    "BlamedLine": "steps.blame",
    "BuildReport": "project.build",
    "Change": "diff.change",
    "ChangedApis": "project.changed_since",
    "CheckReport": "project.check",
    "Choice": "update.decision",
    "Diff": "project.diff",
    "Document": "document.text.document",
    "DriftReport": "report.drift",
    "Dropped": "project.renumber",
    "EDITS": "steps.edits.table",
    "Event": "progress",
    "FetchReport": "project.fetch",
    "FileValidation": "project.validate",
    "Finding": "validate.finding",
    "GeneratorSettings": "settings.generators",
    "Initialized": "project.init",
    "NamedEdit": "steps.edits.edit",
    "NewStep": "project.new_step",
    "Outcome": "steps.step",
    "OutsideError": "errors",
    "OutputCheck": "project.output_check",
    "OutputReport": "project.output_report",
    "OverlayResult": "steps.exchange.plain_overlay",
    "Problem": "errors",
    "Progress": "progress",
    "Project": "project.repository",
    "Proposals": "project.proposals",
    "Refreshed": "project.refresh",
    "Released": "project.release",
    "RepositoryError": "errors",
    "Review": "review.records",
    "Reviews": "review.records",
    "Sanitized": "project.pipeline",
    "Series": "steps.series",
    "SpecmendError": "errors",
    "Stale": "project.stale",
    "Step": "steps.step",
    "StepDiff": "steps.step_diff",
    "StepRecord": "report.steps",
    "TouchedApi": "project.changed_since",
    "UpdateReport": "project.update",
    "Validation": "project.validate",
    "Verdict": "steps.step",
    "Verified": "release.verify",
    "VerifiedFile": "release.verify",
    "diff_documents": "project.diff",
    "load_document": "project.documents",
    "overlay_document": "project.overlay",
    "validate_file": "project.validate",
}
"""Where each public name is defined."""


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, whether they were used yet or not."""
    return sorted({*globals(), *__all__})
