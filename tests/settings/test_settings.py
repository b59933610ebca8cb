"""Settings: read, found from a folder below, and their faults with their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from specmend.errors import Problem, RepositoryError
from specmend.settings.settings import (
    ApiSettings,
    find_settings,
    read_settings,
)

SETTINGS = """\
[project]
name = "mine"

[tool.specmend.apis.pets]
package = "pets_client"
version = "2.0.0"

[tool.specmend.apis.big-pets]
http = "httpx"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "pyproject.toml"
    made.write_text(SETTINGS)
    return made


def read(file: Path) -> dict[str, ApiSettings]:
    """The settings of a file."""
    return read_settings(file.read_bytes(), file.name)


def faults(file: Path, text: str | bytes) -> list[Problem]:
    """The faults of a settings file."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(RepositoryError) as caught:
        read(file)
    return list(caught.value.problems)


def test_settings_are_read_with_what_they_leave_out(file: Path) -> None:
    apis = read(file)
    assert list(apis) == ["pets", "big-pets"]
    pets, big = apis["pets"], apis["big-pets"]
    assert (pets.package, pets.version, pets.generator, pets.http) == (
        "pets_client",
        "2.0.0",
        "python",
        "httpx2",
    )
    assert (big.package, big.version, big.http, big.reserialize, big.flat) == (
        "",
        "0.1.0",
        "httpx",
        False,
        False,
    )


def test_where_the_document_is_and_where_the_package_is_are_two_settings(file: Path) -> None:
    file.write_text(
        '[tool.specmend.apis.pets]\nsource = "https://a/openapi.yaml"\nrepository = "https://b"\n'
    )
    settings = read(file)["pets"]
    assert (settings.source, settings.repository) == ("https://a/openapi.yaml", "https://b")


def test_what_a_document_of_many_files_may_refer_to(file: Path) -> None:
    text = 'reference-hosts = ["a.com", "b.com:8443", "[::1]:80"]\nreference-folder = ".."\n'
    file.write_text(SETTINGS + text)
    settings = read(file)["big-pets"]
    assert settings.reference_hosts == ("a.com", "b.com:8443", "[::1]:80")
    assert settings.reference_folder == ".."
    assert read(file)["pets"].reference_hosts == ()


def test_the_settings_may_be_a_file_of_their_own(file: Path) -> None:
    own = file.with_name("specmend.toml")
    own.write_text('[apis.cats]\npackage = "cats"\n')
    assert list(read(own)) == ["cats"]
    assert find_settings(file.parent) == own.resolve()


def test_a_project_is_found_from_any_folder_inside_it(file: Path) -> None:
    below = file.parent / "a" / "b"
    below.mkdir(parents=True)
    (file.parent / "a" / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    assert find_settings(below) == file.resolve()


def test_where_there_is_no_project_the_way_to_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(RepositoryError) as caught:
        find_settings(tmp_path)
    (problem,) = caught.value.problems
    assert problem.message == "no specmend project here or in any folder above"
    assert "--project" in problem.advice


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "help_"),
    [
        (
            'package = "pets_client"',
            'packge = "x"',
            "5:1",
            "unknown key 'packge' in the settings",
            "'package'",
        ),
        (
            'http = "httpx"',
            'packge = "x"',
            "9:1",
            "unknown key 'packge' in the settings",
            "'package'",
        ),
        ('version = "2.0.0"', "version = 2.0", "6:1", "version is not a string", "a string"),
        (
            'version = "2.0.0"',
            "reserialize = 1",
            "6:1",
            "reserialize is not true or false",
            "true or false",
        ),
        ('version = "2.0.0"', 'flat = "no"', "6:1", "flat is not true or false", "true or false"),
        (
            'version = "2.0.0"',
            "skip-failing = 1",
            "6:1",
            "skip-failing is not true or false",
            "true or false",
        ),
        (
            'version = "2.0.0"',
            "skip_failing = true",
            "6:1",
            "unknown key 'skip_failing' in the settings",
            "did you mean 'skip-failing'?",
        ),
        ("pets_client", "pets-client", "5:1", "the package cannot be imported by this name", ""),
        ("pets_client", "class", "5:1", "the package cannot be imported by this name", ""),
        ('http = "httpx"', 'http = "curl"', "9:1", "unknown HTTP library", "httpx2 or httpx"),
        (
            'http = "httpx"',
            'reference-hosts = "a.com"',
            "9:1",
            "reference-hosts is not a list of strings",
            "a list of strings",
        ),
        (
            'http = "httpx"',
            'reference-hosts = ["a.com", "https://b.com/"]',
            "9:1",
            "this is no host",
            "HOST, or HOST:PORT",
        ),
        (
            'http = "httpx"',
            'reference_folder = ".."',
            "9:1",
            "unknown key 'reference_folder' in the settings",
            "'reference-folder'",
        ),
        ("apis.pets]", 'apis."-pets"]', "4:1", "'-pets' cannot name an API", "PEP 503"),
        (
            "[tool.specmend.apis.big-pets]\n",
            "[tool.specmend]\n",
            "9:1",
            "unknown key 'http' in the settings",
            "apis",
        ),
        (
            "[tool.specmend.apis.big-pets]\nhttp",
            "[tool.specmend.apis]\npuppies",
            "9:1",
            "the settings of 'puppies' are not a table",
            "a table",
        ),
        (
            "[tool.specmend.apis.big-pets]",
            "[tool.specmend.api.x]",
            "8:1",
            "unknown key 'api' in",
            "'apis'",
        ),
        ('name = "mine"', "name = mine", "2:8", "this is not TOML", ""),
    ],
)
def test_a_fault_has_its_place_and_its_remedy(
    file: Path, old: str, new: str, place: str, message: str, help_: str
) -> None:
    assert old in SETTINGS
    found = [p for p in faults(file, SETTINGS.replace(old, new)) if p.message.startswith(message)]
    assert [p.location for p in found] == [f"pyproject.toml:{place}"]
    assert help_ in found[0].advice + found[0].expected


def test_all_faults_of_all_apis_are_told_at_once(file: Path) -> None:
    text = (
        SETTINGS.replace("package", "packge").replace('"httpx"', '"curl"').replace('"2.0.0"', "2")
    )
    assert [(p.message, p.line) for p in faults(file, text)] == [
        ("unknown key 'packge' in the settings", 5),
        ("version is not a string", 6),
        ("unknown HTTP library", 9),
    ]


def test_faults_are_told_in_the_order_of_their_places(file: Path) -> None:
    text = '[tool.specmend.apis.pets]\npackage = "class"\nverson = "1"\nflat = 1\n'
    assert [p.line for p in faults(file, text)] == [2, 3, 4]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("specmend.toml", "[apis.NAME]"), ("pyproject.toml", "[tool.specmend.apis.NAME]")],
)
def test_empty_settings_are_told_the_table_of_their_file(name: str, expected: str) -> None:
    with pytest.raises(RepositoryError) as caught:
        read_settings(b"", name)
    assert caught.value.problems[0].expected == f"a table {expected}"


@pytest.mark.parametrize(
    "text", ["[tool.specmend]\n", "[tool]\nspecmend = {}\n", "[tool.specmend.apis]\n"]
)
def test_settings_without_an_api_are_a_fault(file: Path, text: str) -> None:
    (problem,) = faults(file, text)
    assert problem.message == "the settings name no API"


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("tool = 3\n", "tool is not a table", 1),
        ("[tool]\nspecmend = 'x'\n", "tool.specmend is not a table", 2),
        ("[tool.specmend]\napis = ['pets']\n", "apis is not a table", 2),
    ],
)
def test_what_is_not_a_table_is_a_fault(file: Path, text: str, message: str, line: int) -> None:
    (problem,) = faults(file, text)
    assert (problem.message, problem.line) == (message, line)


def test_settings_that_are_not_utf_8_are_a_fault(file: Path) -> None:
    (problem,) = faults(file, b"# fine\n# \xff\n")
    assert (problem.message, problem.line) == ("the file is not UTF-8", 2)
