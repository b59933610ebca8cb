"""The types of the records of streams, which the generator itself does not read beside JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from openapi_python_client import schema
from openapi_python_client.config import Config
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.properties import Schemas, build_schemas, property_from_data
from openapi_python_client.schema.untrusted_string import UntrustedString

from specmend.generate.client.wording import Wording


def event_types(
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
