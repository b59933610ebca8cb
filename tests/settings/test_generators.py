"""The tables of other generators: read, and their faults with their places."""

from __future__ import annotations

import pytest

from specmend.errors import Problem, RepositoryError
from specmend.settings.generators import GeneratorSettings, output_folder
from specmend.settings.settings import ApiSettings, read_settings

SETTINGS = """\
[apis.pets]
header = "Copyright"
[apis.pets.generators.ts]
command = ["npx", "{document}", "--banner={header}", "-o", "{output}"]
version-command = ["npx", "--version"]
format = "json"
inputs = ["gen/config.yaml", "gen/templates"]
environment = ["JAVA_HOME"]
timeout = 30
"""


def read(text: str) -> dict[str, ApiSettings]:
    return read_settings(text.encode(), "specmend.toml")


def faults(text: str) -> list[Problem]:
    with pytest.raises(RepositoryError) as caught:
        read(text)
    return list(caught.value.problems)


def test_a_generator_is_read_and_there_is_no_package_unless_one_is_named() -> None:
    pets = read(SETTINGS)["pets"]
    assert pets.package == ""
    assert pets.generators == {
        "ts": GeneratorSettings(
            command=("npx", "{document}", "--banner={header}", "-o", "{output}"),
            version_command=("npx", "--version"),
            format="json",
            inputs=("gen/config.yaml", "gen/templates"),
            environment=("JAVA_HOME",),
            timeout=30,
        )
    }


def test_most_keys_may_be_left_out() -> None:
    text = "[apis.pets.generators]\nts = { command = ['a'], version-command = ['a', '-v'] }\n"
    made = read(text)["pets"].generators["ts"]
    assert (made.format, made.inputs, made.environment, made.timeout) == ("", (), (), 600)


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "help_"),
    [
        ("format", "fromat", "6:1", "unknown key 'fromat' in the settings", "'format'"),
        ('"json"', '"xml"', "6:1", "unknown format", "yaml or json"),
        ('"json"', "1", "6:1", "unknown format", "yaml or json"),
        ("{document}", "{docment}", "4:20", "unknown placeholder {docment}", "{document}, "),
        ("{document}", "a{b", "4:21", "a brace stands alone", "{{ and }}"),
        (
            '"--version"',
            '"{output}"',
            "5:28",
            "unknown placeholder {output} in version",
            "{project",
        ),
        ('header = "C', 'description = "C', "4:43", "{header} stands for nothing", "set header"),
        ('"npx", "--version"', "", "5:1", "version-command names no program", "the program"),
        ('"npx", "{doc', '"", "{doc', "4:1", "command names no program", "the program"),
        ('["npx", "--version"]', '"npx"', "5:1", "version-command is not a list", "each argument"),
        ("version-command", "version", "3:1", "the generator has no version-command", "a list"),
        ('"JAVA_HOME"', '"A=b"', "8:17", "this is no name of a variable", "only the name"),
        ('"gen/templates"', '"../x"', "7:31", "an input is outside the project", "inside the"),
        ('"gen/templates"', '"/etc/x"', "7:31", "an input is outside the project", "inside the"),
        ("30", "0", "9:1", "timeout is not a whole number", "above 0"),
        ("30", "true", "9:1", "timeout is not a whole number", "above 0"),
        ("30", "1.5", "9:1", "timeout is not a whole number", "above 0"),
        ("30", "9999", "9:1", "timeout exceeds the limit of 3,600", "SPECMEND_MAX_COMMAND_SECONDS"),
        ("generators.ts]", "generators.Python]", "3:1", "'python' is the generator of", "another"),
        ("generators.ts]", 'generators."a/b"]', "3:1", "'a/b' cannot name a generator", "PEP 503"),
        ('"npx", "{doc', '"bin/npx", "{doc', "4:13", "the program is looked for in", "{project}/"),
    ],
)
def test_a_fault_has_its_place_and_its_remedy(
    old: str, new: str, place: str, message: str, help_: str
) -> None:
    assert old in SETTINGS
    found = [p for p in faults(SETTINGS.replace(old, new, 1)) if p.message.startswith(message)]
    assert [problem.location for problem in found] == [f"specmend.toml:{place}"]
    assert help_ in found[0].advice + found[0].expected


@pytest.mark.parametrize("text", ["generators = 1\n", "generators.ts = 1\n"])
def test_what_should_be_a_table_is_one(text: str) -> None:
    found = faults(f"[apis.pets]\n{text}")
    assert {problem.expected for problem in found} >= {"a table"}


@pytest.mark.parametrize(
    ("first", "second", "collides"),
    [
        ("pets.generators.ts", "cats.generators.ts", False),
        ("a.generators.b-c", "a-b.generators.c", True),
        ("a.generators.b", "a-b", True),
        ("a.generators.b", "a.generators.B", True),
        ("a.generators.b", "A-B", True),
    ],
)
def test_no_two_outputs_share_a_folder(first: str, second: str, *, collides: bool) -> None:
    keys = "command = ['x']\nversion-command = ['x']\n"
    text = "".join(f"[apis.{t}]\n{keys if 'gen' in t else ''}" for t in (first, second))
    if not collides:
        assert read(text)
        return
    (problem,) = faults(text)
    assert problem.message.startswith("two outputs would be in the folder generated/")
    assert problem.line > 0


def test_the_folder_of_an_output() -> None:
    assert output_folder("pets", "python") == "pets"
    assert output_folder("pets", "ts") == "pets-ts"
