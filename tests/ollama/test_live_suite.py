"""The suite for a real server, run on ours, so that it does not rot without a real one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fake_models import model_server

# Not from tests.repository: these tests also run where only the clients are installed.
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(
    not (ROOT / "tests" / "live").is_dir(),
    reason="the clients are installed, without the repository",
)
def test_every_test_passes_and_leaves_the_models_as_they_were() -> None:
    with model_server() as address:
        said = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/live"],
            cwd=ROOT,
            # Real documents are tested elsewhere in this run.
            env=os.environ
            | {"SPECMEND_LIVE": "1", "OLLAMA_HOST": address, "SPECMEND_REQUIRE_SHARED": ""},
            capture_output=True,
            text=True,
            check=False,
        )
    assert said.returncode == 0, said.stdout
    assert "skipped" not in said.stdout.splitlines()[-1]
