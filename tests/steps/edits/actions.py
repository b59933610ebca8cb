"""Actions of named edits, written in a line."""

from __future__ import annotations

import json
from typing import Any


def edit(name: str, parameters: dict[str, Any] | None = None, target: str = "$") -> str:
    """The action of a named edit on a target, as YAML."""
    return "- " + json.dumps({"target": target, "x-edit": {"name": name, **(parameters or {})}})
