"""Small documents that were refused once: each gives a client, or is refused for its own fault."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.messages import raw_words, told
from tests.real import SHARED

from specmend import Project, SpecmendError

CASES = SHARED / "cases"
NUMBERS = ("13", "14", "15", "20", "23", "25", "26", "29")
FOLDERS = [path for number in NUMBERS for path in sorted(CASES.glob(f"{number}-*"))]
DOCUMENTS = [
    *sorted((CASES / "documents").glob("*.yaml")),
    *(path for folder in FOLDERS for path in sorted(folder.glob("doc*.yaml"))),
]

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not DOCUMENTS, reason="the small documents are not beside the repository"),
]

ABSENT = "the reference leads to a file that is not there"

# What cannot be made: the place, and what is said about it. All others give a client.
REFUSED: dict[str, tuple[str, str]] = {
    "o2_extresp.yaml": ("14:17", ABSENT),
    "o3_extschemas.yaml": ("10:5", ABSENT),
    "o5_extschema.yaml": ("7:82", ABSENT),
    "o_extref.yaml": ("5:5", ABSENT),
    "v2_dup.yaml": ("9:7", "the key 'summary' is written twice"),
}

IMPORT = (
    "import importlib, pkgutil, api; api.Client('http://x').close()\n"
    "for found in pkgutil.walk_packages(api.__path__, 'api.'):\n"
    "    importlib.import_module(found.name)"
)


def shown(path: Path) -> str:
    return f"{path.parent.name.partition('-')[0]} {path.stem}"


def build(path: Path, folder: Path) -> tuple[str, ...]:
    """Make the client of a document, and give the warnings."""
    Project.init(folder, "api", path)
    return Project.find(folder).api("api").build().warnings


MADE = [path for path in DOCUMENTS if path.name not in REFUSED]
OTHERS = [path for path in DOCUMENTS if path.name in REFUSED]


@pytest.mark.parametrize("path", MADE, ids=shown)
def test_a_small_document_gives_a_client(path: Path, tmp_path: Path) -> None:
    assert not [word for line in build(path, tmp_path) for word in raw_words(line)]
    folder = tmp_path / "generated" / "api"
    subprocess.run([sys.executable, "-c", IMPORT], cwd=folder, check=True, timeout=60)


@pytest.mark.parametrize("path", OTHERS, ids=shown)
def test_a_refusal_says_where_and_what_to_do(path: Path, tmp_path: Path) -> None:
    with pytest.raises(SpecmendError) as caught:
        build(path, tmp_path)
    place, expected = REFUSED[path.name]
    first = caught.value.problems[0]
    assert f"{first.line}:{first.column}" == place
    assert re.search(expected, told(caught.value))
    assert all(problem.line and problem.advice for problem in caught.value.problems)
    # The folder that the document was given from is the user's own word.
    words = told(caught.value).replace(str(path.parent), "HERE")
    assert not list(raw_words(words))


def test_every_refusal_is_of_a_document_that_is_there() -> None:
    assert {*REFUSED} <= {path.name for path in DOCUMENTS}
