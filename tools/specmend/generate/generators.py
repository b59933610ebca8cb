"""The command lines of the two generators, and what they leave behind."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from specmend.document.openapi.components import component_schemas, schema_reference
from specmend.document.openapi.schemas import Node, Tree, schemas
from specmend.generate.hand_written import given_defaults
from specmend.generate.normalize.lift import makes_class
from specmend.generate.plan import PackagePlan
from specmend.generate.processes import Command, run_together

DOCUMENT = "openapi.json"
PROJECT = "project"
CLASSES = "classes.json"
MODELS = "schemas.py"
METADATA = "metadata.json"
SETTINGS = "settings.json"
REPORT = "report.json"

_OF_PLAN = "api package version description license repository http flat".split()  # noqa: SIM905

_TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, kw_only=True, slots=True)
class Generated:
    """The work of both generators on one document.

    `client_classes` and `model_classes` are the classes that each of them made. `operations` are
    the operations that became methods, by method and path; `faults` name operations that did not.
    """

    project: Path
    models: str
    client_classes: frozenset[str]
    model_classes: frozenset[str]
    operations: frozenset[tuple[str, str]] = frozenset()
    faults: tuple[dict[str, str], ...]
    warnings: tuple[str, ...]


def run_generators(tree: Tree, plan: PackagePlan, folder: Path) -> Generated:
    """Run openapi-python-client and datamodel-code-generator side by side in an empty folder.

    Raises OutsideError when one of them fails.
    """
    (folder / DOCUMENT).write_bytes(encode(tree))
    (folder / SETTINGS).write_text(json.dumps(_settings(plan)), encoding="utf-8")
    classes = models_document(tree)
    commands = [_client_command()]
    if classes is not None:
        (folder / CLASSES).write_bytes(encode(classes))
        commands.append(_models_command(plan))
    finished = run_together(commands, folder)
    report = json.loads((folder / REPORT).read_bytes())
    words = [line for result in finished for line in result.stderr.splitlines() if line.strip()]
    return Generated(
        project=folder / PROJECT,
        models=(folder / MODELS).read_text(encoding="utf-8") if classes else "",
        client_classes=frozenset(report["classes"]),
        model_classes=_model_classes(folder / METADATA) if classes else frozenset(),
        operations=frozenset((method, path) for method, path in report["operations"]),
        faults=tuple(report["faults"]),
        warnings=(*report["warnings"], *words),
    )


def encode(tree: Tree) -> bytes:
    """A document as JSON; dates that YAML made of plain words become text again."""
    return json.dumps(tree, indent=1, ensure_ascii=False, default=str).encode() + b"\n"


def _settings(plan: PackagePlan) -> dict[str, Any]:
    """What the run of openapi-python-client is told."""
    return {
        "document": DOCUMENT,
        "output": PROJECT,
        "report": REPORT,
        "templates": str(_TEMPLATES),
        "defaults": sorted(given_defaults(plan)),
        "plan": {key: getattr(plan, key) for key in _OF_PLAN},
    }


def _client_command() -> Command:
    return Command(name="openapi-python-client", arguments=["specmend.generate.client", SETTINGS])


def _models_command(plan: PackagePlan) -> Command:
    options = [
        f"--input={CLASSES}",
        f"--output={MODELS}",
        "--input-file-type=openapi",
        f"--emit-model-metadata={METADATA}",
        # The form of the code.
        "--output-model-type=pydantic_v2.BaseModel",
        "--target-python-version=3.11",
        "--target-pydantic-version=2",
        "--formatters=builtin",
        "--use-double-quotes",
        "--disable-timestamp",
        "--custom-file-header=#",
        f"--base-class={plan.package}.models._model.SchemaModel",
        # The types: what both generators and both type checkers understand.
        "--use-annotated",
        "--use-union-operator",
        "--use-standard-collections",
        "--enum-field-as-literal=all",
        "--collapse-root-models",
        "--output-datetime-class=datetime",
        "--type-mappings",
        "string+binary=bytes",
        "--snake-case-field",
        # The words of the document, where editors show them.
        "--use-schema-description",
        "--use-field-description",
        "--use-inline-field-description",
        # One document, nothing from outside, nothing guessed.
        "--no-treat-dot-as-module",
        "--strict-refs",
        "--no-allow-remote-refs",
    ]
    return Command(
        name="datamodel-code-generator", arguments=["datamodel_code_generator", *options]
    )


def _model_classes(metadata: Path) -> frozenset[str]:
    return frozenset(
        str(model["class_name"]) for model in json.loads(metadata.read_bytes())["models"]
    )


def models_document(tree: Tree) -> Tree | None:
    """The classes and what they refer to, without paths; None where there is no class.

    An enumeration or a union that only a parameter refers to would become a class of its own, which
    nothing uses.
    """
    components = component_schemas(tree)
    classes = [name for name, schema in components.items() if makes_class(schema)]
    pending = [name for name in classes if "enum" not in components[name]]
    kept: set[str] = set()
    while pending:
        name = pending.pop()
        if name in components and name not in kept:
            kept.add(name)
            pending.extend(_references(components[name]))
    if not kept:
        return None
    chosen = {name: schema for name, schema in components.items() if name in kept}
    return {**tree, "paths": {}, "components": {"schemas": chosen}}


def _references(schema: Node) -> list[str]:
    inner = schemas({"components": {"schemas": {"": schema}}})
    names = [schema_reference(one) for one in inner]
    return [name for name in names if name]
