"""Drives openapi-python-client: it parses the document and renders our templates."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import Config
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from specmend.document.openapi.components import component_schemas
from specmend.generate.client.configuration import configuration
from specmend.generate.client.context import shadowed_types, template_values
from specmend.generate.client.event_types import event_types
from specmend.generate.client.operations import read_groups
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Group
from specmend.generate.client.server import default_server, server_prefix
from specmend.generate.client.wording import Wording, has_fields


def make_project(settings: dict[str, Any]) -> dict[str, Any]:
    """Write the project folder; the report names classes, operations, faults and warnings.

    Raises SystemExit with the generator's words when it refuses the whole document.
    """
    document = json.loads(Path(settings["document"]).read_bytes())
    config = configuration(settings, document)
    data = parse(document, config)
    groups, reader = read_client(data, document, config, flat=settings["plan"]["flat"])
    classes = sorted(str(model.class_info.name) for model in data.models if has_fields(model))
    project = Project(openapi=data, config=config, custom_template_path=Path(settings["templates"]))
    project.env.globals.update(_globals(settings, document, data, groups, classes))
    errors = project.build()
    _write_reference(project, Path(settings["output"]) / "REFERENCE.md")
    warnings = [*reader.warnings, *(_words(error) for error in errors)]
    methods = [(one.method, one.path) for group in groups for one in group.operations]
    faults = reader.faults
    return {"classes": classes, "operations": methods, "faults": faults, "warnings": warnings}


def parse(document: dict[str, Any], config: Config) -> GeneratorData:
    """What the generator reads of a document; raises SystemExit when it refuses it."""
    data = GeneratorData.from_dict(document, config=config)
    if isinstance(data, GeneratorError):
        raise SystemExit(f"{data.header}\n{data.detail}")
    return data


def read_client(
    data: GeneratorData, document: dict[str, Any], config: Config, *, flat: bool
) -> tuple[list[Group], Reader]:
    """The operations of the client by group, and what went wrong while they were read."""
    models = {str(model.class_info.name): model for model in data.models}
    collections = {
        str(tag): collection for tag, collection in data.endpoint_collections_by_tag.items()
    }
    groups: list[Group] = []
    shadowed: list[str] = []
    while True:
        wording = Wording(models, shadowed)
        reader = Reader(wording=wording, event_type=event_types(document, config, wording))
        groups = read_groups(collections, document, reader, flat=flat)
        if shadowed == (shadowed := shadowed_types(groups)):
            return groups, reader


def _globals(
    settings: dict[str, Any],
    document: dict[str, Any],
    data: GeneratorData,
    groups: list[Group],
    classes: list[str],
) -> dict[str, Any]:
    """What the templates see."""
    enums = {str(enum.class_info.name): _literal(document, enum) for enum in data.enums}
    return {
        "plan": settings["plan"],
        "server": default_server(document),
        "prefix": server_prefix(document),
        "defaults": settings["defaults"],
        "classes": classes,
        **template_values(groups, classes, enums),
    }


def _write_reference(project: Project, path: Path) -> None:
    """Render the page that the generator does not know of; no two empty lines follow each other."""
    text = project.env.get_template("reference.md.jinja").render()
    path.write_text(re.sub(r"\n{3,}", "\n\n", text).strip() + "\n", encoding="utf-8")


def _literal(document: dict[str, Any], enum: Any) -> str:
    """The values in the order of the document; the generator itself keeps a set."""
    schema_of_enum = component_schemas(document).get(str(enum.class_info.name), {})
    known = schema_of_enum.get("enum")
    values = list(dict.fromkeys(known)) if known else sorted(enum.values)
    return ", ".join(json.dumps(value, ensure_ascii=False) for value in values)


def _words(error: GeneratorError) -> str:
    return ": ".join(
        part.strip().rstrip(":") for part in (error.header, error.detail) if part and part.strip()
    )
