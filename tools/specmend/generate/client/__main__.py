"""Runs openapi-python-client with our templates: python -m specmend.generate.client SETTINGS."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from specmend.document.text.collector import collector_paused
from specmend.generate.client.project import make_project


def main() -> int:
    """Make the project that the settings describe, and write the report; the exit code."""
    settings: dict[str, Any] = json.loads(Path(sys.argv[1]).read_bytes())
    with collector_paused():
        report = make_project(settings)
    Path(settings["report"]).write_text(json.dumps(report), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
