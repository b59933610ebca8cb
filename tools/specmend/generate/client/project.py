"""Drives openapi-python-client: it parses the document and renders our templates."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openapi_python_client import Project, schema
from openapi_python_client.config import ClassOverride, Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.properties import Schemas, build_schemas, property_from_data
from openapi_python_client.schema.untrusted_string import UntrustedString

from specmend.document.openapi.components import component_schemas
from specmend.document.openapi.schemas import content_holders
from specmend.generate.client.context import shadowed_types, template_values
from specmend.generate.client.operations import read_groups
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Group
from specmend.generate.client.server import default_server, server_prefix
from specmend.generate.client.wording import Wording, has_fields
from specmend.generate.normalize.media_order import is_stream

MODELS_MODULE = "schemas"

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data", "application/octet-stream")


class _OneModule(dict[str, ClassOverride]):
    """Sends every class to one module, whatever its name."""

    def get(self, key: str, default: Any = None) -> ClassOverride:  # noqa: ARG002
        return ClassOverride(module_name=MODELS_MODULE)


def make_project(settings: dict[str, Any]) -> dict[str, Any]:
    """Write the project folder; the report names classes, faults and warnings.

    Raises SystemExit with the generator's words when it refuses the whole document.
    """
    document = json.loads(Path(settings["document"]).read_bytes())
    config = _config(settings, document)
    data = GeneratorData.from_dict(document, config=config)
    if isinstance(data, GeneratorError):
        raise SystemExit(f"{data.header}\n{data.detail}")
    groups, reader = _read(data, document, config, flat=settings["plan"]["flat"])
    classes = sorted(str(model.class_info.name) for model in data.models if has_fields(model))
    project = Project(openapi=data, config=config, custom_template_path=Path(settings["templates"]))
    project.env.globals.update(
        plan=settings["plan"],
        server=default_server(document),
        prefix=server_prefix(document),
        defaults=settings["defaults"],
        classes=classes,
        **template_values(
            groups,
            classes,
            {str(enum.class_info.name): _literal(document, enum) for enum in data.enums},
        ),
    )
    errors = project.build()
    _write_reference(project, Path(settings["output"]) / "REFERENCE.md")
    warnings = [*reader.warnings, *(_words(error) for error in errors)]
    methods = [(one.method, one.path) for group in groups for one in group.operations]
    faults = reader.faults
    return {"classes": classes, "operations": methods, "faults": faults, "warnings": warnings}


def _write_reference(project: Project, path: Path) -> None:
    """Render the page that the generator does not know of; no two empty lines follow each other."""
    text = project.env.get_template("reference.md.jinja").render()
    path.write_text(re.sub(r"\n{3,}", "\n\n", text).strip() + "\n", encoding="utf-8")


def _config(settings: dict[str, Any], document: dict[str, Any]) -> Config:
    plan = settings["plan"]
    file = ConfigFile(
        project_name_override=plan["api"],
        package_name_override=plan["package"],
        package_version_override=plan["version"],
        literal_enums=True,
        post_hooks=[],
        content_type_overrides=_media_types(document),
    )
    config = Config.from_sources(
        file,
        MetaType.UV,
        Path(settings["document"]),
        "utf-8",
        overwrite=True,
        output_path=Path(settings["output"]),
    )
    config.class_overrides = _OneModule()
    return config


def _media_types(document: dict[str, Any]) -> dict[str, str]:
    """Streams are parsed as JSON, and what the generator would drop otherwise as raw octets."""
    media_types = {
        media_type for holder in content_holders(document) for media_type in holder["content"]
    }
    overrides = {}
    for media_type in sorted(media_types):
        essence = media_type.partition(";")[0].strip().lower()
        if is_stream(media_type):
            overrides[media_type] = "application/json"
        elif not essence.endswith(("/json", "+json")) and essence not in _FORMS:
            overrides[media_type] = "application/octet-stream"
    return overrides


def _read(
    data: GeneratorData, document: dict[str, Any], config: Config, *, flat: bool
) -> tuple[list[Group], Reader]:
    models = {str(model.class_info.name): model for model in data.models}
    collections = {
        str(tag): collection for tag, collection in data.endpoint_collections_by_tag.items()
    }
    groups: list[Group] = []
    shadowed: list[str] = []
    while True:
        wording = Wording(models, shadowed)
        reader = Reader(wording=wording, event_type=_event_types(document, config, wording))
        groups = read_groups(collections, document, reader, flat=flat)
        if shadowed == (shadowed := shadowed_types(groups)):
            return groups, reader
        # A method called `list` hides the type: the next reading gives the type another name.


def _event_types(
    document: dict[str, Any], config: Config, wording: Wording
) -> Callable[[dict[str, Any]], str]:
    """The types of stream records, which the generator's own parse leaves out beside JSON."""
    parsed: list[Schemas] = []

    def event_type(media: dict[str, Any]) -> str:
        if "schema" not in media:
            return "Any"
        if not parsed:
            components = schema.OpenAPI.model_validate(document).components
            known = (components and components.schemas) or {}
            parsed.append(build_schemas(components=known, schemas=Schemas(), config=config))
        content = schema.MediaType.model_validate(media)
        prop, _ = property_from_data(
            name=UntrustedString("event"),
            required=True,
            data=content.media_type_schema or schema.Schema(),
            schemas=parsed[0],
            parent_name="",
            config=config,
        )
        return wording.received(prop) if not isinstance(prop, GeneratorError) else "Any"

    return event_type


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
