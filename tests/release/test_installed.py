"""A release installs from its index in an empty environment, or a person is told."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.release.fake_index import FakeIndex
from tests.release.packages import NAME, PACKAGE, SECONDS, package_files

from specmend.errors import OutsideError
from specmend.release.archives import Archive, build_archives
from specmend.release.indexes import Index
from specmend.release.installed import readme_imports, refuse_uninstallable
from specmend.release.plan import Plan
from specmend.release.published import Published
from specmend.settings.layout import ApiLayout
from specmend.settings.settings import ApiSettings
from specmend.source.credentials import without_credentials

README = """\
# Shop

```python
import os, tiny_shop.deep
from tiny_shop import PRICE

def buy():
    from tiny_shop.deep.price import PRICE as price
```

```python
with client.stream() as
```

```
from tiny_shop import words
```
"""


def plan(index: FakeIndex, files: Mapping[str, bytes]) -> Plan:
    return Plan(
        api=ApiLayout(name=NAME, root=Path(), settings=ApiSettings(package=PACKAGE)),
        name=NAME,
        package=PACKAGE,
        version="1.2.0",
        index=Index(name="fake", simple=index.simple),
        commit="",
        seconds=SECONDS,
        files=files,
        served=Published(name=NAME),
        tag="",
        is_tagged=False,
    )


def test_the_imports_of_a_readme_are_those_of_its_python_examples() -> None:
    assert readme_imports(README, PACKAGE) == (
        "import tiny_shop",
        "import os, tiny_shop.deep",
        "from tiny_shop import PRICE",
        "from tiny_shop.deep.price import PRICE as price",
    )


def test_a_release_is_installed_and_its_examples_are_imported(
    index: FakeIndex, archives: tuple[Archive, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_TARGET", "/nowhere")
    made = plan(index, package_files())
    with pytest.raises(OutsideError, match="does not install from fake"):
        refuse_uninstallable(made)
    index.files = {archive.name: archive.data for archive in archives}
    index.readers = {"me:hush"}
    with pytest.raises(OutsideError, match="does not install from fake"):
        refuse_uninstallable(made)
    _, credentials = without_credentials(index.simple.replace("http://", "http://me:hush@"))
    opened = dataclasses.replace(made.index, credentials=credentials)
    made = dataclasses.replace(made, index=opened)
    refuse_uninstallable(made)
    other = dataclasses.replace(
        made, files={"README.md": b"```python\nimport tiny_shop.gone\n```\n"}
    )
    with pytest.raises(OutsideError, match="examples cannot be imported") as raised:
        refuse_uninstallable(other)
    (problem,) = raised.value.problems
    assert problem.found == "ModuleNotFoundError: No module named 'tiny_shop.gone'"


def test_a_package_that_cannot_be_imported_is_told(index: FakeIndex) -> None:
    files = package_files(readme="# Nothing to try\n")
    files["tiny_shop/__init__.py"] = b"raise RuntimeError('not today')\n"
    archives = build_archives(files, SECONDS)
    index.files = {archive.name: archive.data for archive in archives}
    with pytest.raises(OutsideError) as raised:
        refuse_uninstallable(plan(index, files))
    assert raised.value.problems[0].found == "RuntimeError: not today"
