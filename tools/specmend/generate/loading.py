"""Loads all that generates, for a process whose copies work on one API each."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from specmend.document.openapi.schemas import Tree
from specmend.generate.elsewhere import Elsewhere
from specmend.generate.generators import TEMPLATES, run_generators
from specmend.generate.manifest import tool_versions
from specmend.generate.plan import PackagePlan
from specmend.generate.processes import inside_this_process

_CLIENT: Final = "specmend.generate.client.project"
"""What loads openapi-python-client; no more is needed to compile our templates."""

_MODULES: Final = (
    "specmend.generate.pipeline",
    "specmend.generate.assemble",
    "datamodel_code_generator.__main__",
    # It loads these only when it runs.
    "datamodel_code_generator.parser.openapi",
    "datamodel_code_generator.model.pydantic_v2",
)

_UNUSED: Final = ("httpcore", "httpx")
"""What openapi-python-client imports to fetch a document, which it never does here."""

_PLAN: Final = PackagePlan(
    api="api", package="client", version="1", description="", license="MIT", header=""
)
_THING: Final[Tree] = {"type": "object", "properties": {"name": {"type": "string"}}}
_DOCUMENT: Final[Tree] = {
    "openapi": "3.1.0",
    "info": {"title": "Small", "version": "1"},
    "paths": {"/things": {"get": {"operationId": "list", "responses": {"200": {
        "description": "",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
    }}}}},
    "components": {"schemas": {"Thing": _THING}},
}  # fmt: skip


def load_generators(processors: int = 1) -> None:
    """Load both generators, and let them make a small client: what they keep of that is ready.

    With several processors, which needs `fork`, our templates are compiled in the meantime.
    """
    for name in _UNUSED:
        _load_when_used(name)
    import_module(_CLIENT)
    elsewhere = Elsewhere(_compiled) if processors > 1 else None
    for name in _MODULES:
        import_module(name)
    tool_versions()
    _make_small_client(elsewhere.take() if elsewhere else None)


def _compiled() -> Mapping[tuple[str, str], bytes]:
    from specmend.generate.client.project import compile_templates
    from specmend.generate.client.templates import COMPILED

    compile_templates(TEMPLATES)
    return COMPILED.known


def _make_small_client(compiled: Mapping[tuple[str, str], bytes] | None) -> None:
    from specmend.generate.client.templates import COMPILED

    COMPILED.learn(compiled or _compiled())
    with tempfile.TemporaryDirectory() as folder, inside_this_process():
        run_generators(_DOCUMENT, _PLAN, Path(folder).resolve())


def _load_when_used(name: str) -> None:
    """Let a module be loaded when something of it is asked for, not when it is imported."""
    if name in sys.modules:
        return
    stand_in = ModuleType(name)

    def attribute(key: str) -> Any:
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
        return getattr(import_module(name), key)

    # PEP 562: what a module does not have is asked for here.
    stand_in.__dict__["__getattr__"] = attribute
    sys.modules[name] = stand_in
