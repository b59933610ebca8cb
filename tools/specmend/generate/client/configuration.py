"""How openapi-python-client is told to read a document and where to write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openapi_python_client.config import ClassOverride, Config, ConfigFile, MetaType

from specmend.document.openapi.schemas import content_holders
from specmend.generate.normalize.media_order import is_stream

MODELS_MODULE = "schemas"

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data", "application/octet-stream")


class _OneModule(dict[str, ClassOverride]):
    """Sends every class to one module, whatever its name."""

    def get(self, key: str, default: Any = None) -> ClassOverride:  # noqa: ARG002
        return ClassOverride(module_name=MODELS_MODULE)


def configuration(settings: dict[str, Any], document: dict[str, Any]) -> Config:
    """The generator's own settings, of ours and of the media types of the document."""
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
