"""Drives openapi-python-client, which renders our templates for the operations that we read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from specmend.generate.client.context import template_values
from specmend.generate.client.key_notes import in_init_note, key_notes
from specmend.generate.client.markdown import in_code_span, in_markdown, in_table, in_table_code
from specmend.generate.client.operations import name_methods, read_groups, shadowed_types
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Group
from specmend.generate.client.security import CLIENT_ARGUMENTS, read_security
from specmend.generate.client.server import (
    default_server,
    documented_servers,
    named_servers,
    server_arguments,
    server_prefix,
    server_template,
)
from specmend.generate.client.server_notes import server_notes
from specmend.generate.client.templates import COMPILED
from specmend.generate.docstring import safe_text
from specmend.generate.normalize.dialect import written_in
from specmend.generate.types.fields import FieldReader
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import as_code, in_literal

_FILTERS: Final = (
    as_code,
    in_code_span,
    in_literal,
    in_markdown,
    in_table,
    in_table_code,
    in_init_note,
    safe_text,
)
"""What the templates write texts of a document with."""


def compile_templates(templates: Path) -> None:
    """Compile our templates now, for all projects that this process and its copies make."""
    plan = dict.fromkeys(("api", "package", "version"), "client")
    settings = {"plan": plan, "document": "openapi.json", "output": "client"}
    config = _configuration(settings)
    project = Project(
        openapi=_parse(client_outline([]), config), config=config, custom_template_path=templates
    )
    project.env.bytecode_cache = COMPILED
    project.env.filters.update({each.__name__: each for each in _FILTERS})
    for file in sorted(templates.rglob("*.jinja")):
        project.env.get_template(file.relative_to(templates).as_posix())


def make_project(settings: dict[str, Any]) -> dict[str, Any]:
    """Write the project folder; the report names operations, faults and warnings.

    Raises SystemExit when openapi-python-client refuses the outline of the client.
    """
    document = json.loads(Path(settings["document"]).read_bytes())
    plan = settings["plan"]
    types = TypeReader(document, is_open=plan["open"], closed_enums=plan["closed_enums"])
    groups, reader = read_client(document, types, flat=plan["flat"], extras=plan["extras"])
    outline = client_outline(groups)
    config = _configuration(settings)
    data = _parse(outline, config)
    project = Project(openapi=data, config=config, custom_template_path=Path(settings["templates"]))
    project.env.bytecode_cache = COMPILED
    project.env.globals.update(_globals(settings, document, groups, reader))
    project.env.filters.update({each.__name__: each for each in _FILTERS})
    project.build()
    _write_reference(project, Path(settings["output"]) / "REFERENCE.md")
    methods = [(one.method, one.path) for group in groups for one in group.operations]
    return {"operations": methods, "faults": reader.faults, "warnings": reader.warnings}


def read_client(
    document: dict[str, Any], types: TypeReader, *, flat: bool, extras: bool = True
) -> tuple[list[Group], Reader]:
    """The operations of the client by group, and what was noted while they were read."""
    named = name_methods(document, flat=flat)
    variables = server_arguments(document, CLIENT_ARGUMENTS)
    reader = Reader(
        types=types,
        fields=FieldReader(types),
        version=written_in(document),
        hidden=shadowed_types(named),
        security=read_security(document, [one.argument for one in variables]),
        variables=variables,
        extras=extras,
    )
    return read_groups(document, named, reader, flat=flat), reader


def client_outline(groups: list[Group]) -> dict[str, Any]:
    """A document of the operations alone: what openapi-python-client names its modules by."""
    paths = {
        f"/{group.folder}/{operation.module}": {
            "get": {
                "operationId": operation.module,
                "tags": [group.folder],
                "responses": {"204": {"description": ""}},
            }
        }
        for group in groups
        for operation in group.operations
    }
    return {"openapi": "3.1.0", "info": {"title": "client", "version": "1"}, "paths": paths}


def _parse(outline: dict[str, Any], config: Config) -> GeneratorData:
    data = GeneratorData.from_dict(outline, config=config)
    if isinstance(data, GeneratorError):
        raise SystemExit(f"{data.header}\n{data.detail}")
    return data


def _configuration(settings: dict[str, Any]) -> Config:
    """The generator's own settings."""
    plan = settings["plan"]
    file = ConfigFile(
        project_name_override=plan["api"],
        package_name_override=plan["package"],
        package_version_override=plan["version"],
        post_hooks=[],
    )
    document, output = Path(settings["document"]), Path(settings["output"])
    return Config.from_sources(
        file, MetaType.UV, document, "utf-8", overwrite=True, output_path=output
    )


def _globals(
    settings: dict[str, Any], document: dict[str, Any], groups: list[Group], reader: Reader
) -> dict[str, Any]:
    """What the templates see."""
    return {
        "plan": settings["plan"],
        "server": default_server(document),
        "prefix": server_prefix(document),
        "server_template": server_template(document),
        "server_arguments": reader.variables,
        "named_servers": named_servers(document),
        "documented_servers": documented_servers(document),
        "own_servers": _own_servers(groups),
        "server_notes": list(server_notes(reader.variables, _own_servers(groups))),
        "defaults": settings["defaults"],
        "schemes": list(reader.security.schemes.values()),
        "has_tokens": reader.security.has_tokens,
        "certificates": reader.security.certificates,
        "declared": reader.security.declared,
        "single": reader.security.single,
        "common": reader.security.common,
        "key_notes": list(key_notes(reader.security)),
        **template_values(groups, reader.types, reader.fields),
    }


def _own_servers(groups: list[Group]) -> list[str]:
    """The servers of operations that have one of another origin, each once."""
    operations = [operation for group in groups for operation in group.operations]
    return list(dict.fromkeys(one.server for one in operations if one.server))


def _write_reference(project: Project, path: Path) -> None:
    """Render the page that the generator does not know of; no two empty lines follow each other."""
    text = project.env.get_template("reference.md.jinja").render()
    path.write_text(re.sub(r"\n{3,}", "\n\n", text).strip() + "\n", encoding="utf-8")
