"""Published documents become packages that can be imported; faults of theirs are warnings."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from tests.generate.conftest import write_parcel

from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan

UPSTREAM = Path(__file__).parents[3] / "shared" / "upstream"
DOCUMENTS = sorted(UPSTREAM.rglob("*.yaml"))

# In these `digest` stands in the path and is declared as a query parameter.
WARNED = {"2023-11-21-d213aa9c.yaml", "2024-02-02-3b86e227.yaml", "2024-05-11-cc5b1b02.yaml"}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not DOCUMENTS, reason="the real upstream documents are not beside the repository"
    ),
]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_published_document_becomes_a_package(
    path: Path, plan: PackagePlan, tmp_path: Path
) -> None:
    with path.open("rb") as file:
        tree = yaml.load(file, yaml.CSafeLoader)
    plan = replace(plan, package="real_client")
    package = generate(tree, plan)
    assert any("{digest}" in warning for warning in package.warnings) is (path.name in WARNED)
    folder = write_parcel(package, tmp_path)
    script = (
        "import importlib, pkgutil, real_client; real_client.Client('http://x').close()\n"
        "for found in pkgutil.walk_packages(real_client.__path__, 'real_client.'):\n"
        "    importlib.import_module(found.name)"
    )
    subprocess.run([sys.executable, "-c", script], cwd=folder, check=True, timeout=60)
