"""The command lines of the two generators, and what they leave behind."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from specmend.document.openapi.schemas import Tree
from specmend.generate.client.security import CLIENT_ARGUMENTS, read_security
from specmend.generate.client.server import server_arguments
from specmend.generate.hand_written import given_defaults
from specmend.generate.model_modules import model_modules
from specmend.generate.models import CODE, models_document
from specmend.generate.plan import PackagePlan
from specmend.generate.processes import Command, run_together
from specmend.generate.types.read import TypeReader
from specmend.progress import SILENT, Progress, phase

DOCUMENT = "openapi.json"
PROJECT = "project"
CLASSES = "classes.json"
MODELS = "schemas.py"
METADATA = "metadata.json"
SETTINGS = "settings.json"
REPORT = "report.json"

_OF_PLAN = (
    "api package version description license repository http flat extras open closed_enums".split()  # noqa: SIM905
)

_HALVES = re.compile("[\ud800-\udfff]")
TEMPLATES: Final = Path(__file__).with_name("templates")
_MODEL_TEMPLATES = Path(__file__).with_name("model_templates")


@dataclass(frozen=True, kw_only=True, slots=True)
class Generated:
    """The work of both generators on one document.

    `models` are the sources of the modules of models by file, `missing_classes` are classes that
    they lack. `operations` are the operations that became methods, by method and path; `faults`
    name those that did not, `warnings` what the method of one does without.
    """

    project: Path
    models: Mapping[str, str]
    missing_classes: tuple[str, ...] = ()
    operations: frozenset[tuple[str, str]] = frozenset()
    faults: tuple[dict[str, Any], ...]
    warnings: tuple[dict[str, Any], ...]


def run_generators(
    tree: Tree, plan: PackagePlan, folder: Path, progress: Progress = SILENT
) -> Generated:
    """Run openapi-python-client and datamodel-code-generator side by side in an empty folder.

    Raises OutsideError when one of them fails.
    """
    (folder / DOCUMENT).write_bytes(encode(tree))
    (folder / SETTINGS).write_text(json.dumps(_settings(tree, plan)), encoding="utf-8")
    with phase(progress, plan.api, "reading types"):
        types = TypeReader(tree, is_open=plan.open, closed_enums=plan.closed_enums)
        classes = models_document(types)
    commands = [_client_command()]
    if classes is not None:
        (folder / CLASSES).write_bytes(encode(classes))
        commands.append(_models_command())
    # They run side by side, or one after the other.
    with phase(progress, plan.api, "making models"), phase(progress, plan.api, "making the client"):
        run_together(commands, folder)
    report = json.loads((folder / REPORT).read_bytes())
    written = (folder / MODELS).read_text(encoding="utf-8") if classes else ""
    return Generated(
        project=folder / PROJECT,
        models=model_modules(written, types),
        missing_classes=_missing_classes(types, folder) if classes else (),
        operations=frozenset((method, path) for method, path in report["operations"]),
        faults=tuple(report["faults"]),
        warnings=tuple(report["warnings"]),
    )


def encode(tree: Tree) -> bytes:
    """A document as JSON; dates that YAML made of plain words become text again.

    Half of a surrogate pair, as in a text that was cut inside of an emoji, has no UTF-8 and cannot
    be sent (RFC 8259 section 8.2): U+FFFD stands for it.
    """
    text = json.dumps(tree, indent=1, ensure_ascii=False, default=str)
    return _HALVES.sub("\ufffd", text).encode() + b"\n"


def _settings(tree: Tree, plan: PackagePlan) -> dict[str, Any]:
    """What the run of openapi-python-client is told."""
    variables = [one.argument for one in server_arguments(tree, CLIENT_ARGUMENTS)]
    keys = [scheme.argument for scheme in read_security(tree, variables).schemes.values()]
    return {
        "document": DOCUMENT,
        "output": PROJECT,
        "report": REPORT,
        "templates": str(TEMPLATES),
        "defaults": sorted(given_defaults(plan, keys)),
        "plan": {key: getattr(plan, key) for key in _OF_PLAN},
    }


def _client_command() -> Command:
    return Command(name="openapi-python-client", arguments=["specmend.generate.client", SETTINGS])


def _models_command() -> Command:
    options = [
        f"--input={CLASSES}",
        f"--output={MODELS}",
        "--input-file-type=openapi",
        f"--emit-model-metadata={METADATA}",
        # Our template writes the fields as we have read them.
        f"--custom-template-dir={_MODEL_TEMPLATES}",
        f"--field-extra-keys={CODE}",
        "--output-model-type=pydantic_v2.BaseModel",
        "--base-class=_model.SchemaModel",
        "--target-python-version=3.11",
        "--target-pydantic-version=2",
        "--formatters=builtin",
        "--disable-timestamp",
        # One document, nothing from outside, nothing guessed.
        "--no-treat-dot-as-module",
        "--strict-refs",
        "--no-allow-remote-refs",
    ]
    return Command(
        name="datamodel-code-generator", arguments=["datamodel_code_generator", *options]
    )


def _missing_classes(types: TypeReader, folder: Path) -> tuple[str, ...]:
    """The classes that were asked for and not made."""
    made = json.loads((folder / METADATA).read_bytes())["models"]
    names = {str(model["class_name"]) for model in made}
    return tuple(name for name in types.classes if name not in names)
