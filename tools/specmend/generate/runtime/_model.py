"""The parent of all models."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class SchemaModel(BaseModel):
    """Keeps unknown fields, so that a newer server does not break an older client.

    Fields can be given by their name in Python or on the wire.
    """

    model_config = ConfigDict(extra="allow", populate_by_name=True, protected_namespaces=(), defer_build=True)
