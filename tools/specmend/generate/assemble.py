"""Puts one package together of what the generators made, our runtime and hand-written modules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ruff import find_ruff_bin  # type: ignore[import-untyped]  # the package of a program

from specmend.generate.generators import Generated
from specmend.generate.hand_written import README, check_collisions, modules_of, with_section
from specmend.generate.plan import PackagePlan
from specmend.generate.processes import Command, run_together

_NAMES_OF_OTHERS = "E741,E742,E743"
"""The linter's rules on names that are hard to read, such as `l`."""

_RUNTIME = Path(__file__).with_name("runtime")

_OPTIONAL = ("_loaded.py", "_servers.py", "_tokens.py")
"""The modules of our runtime that a package has when its own ones import them."""

_OF_MODELS = ("_loaded.py", "_model.py")
"""The modules of our runtime that stand beside the models."""

# What openapi-python-client wrote and we keep; its other files are left behind.
_KEPT = (
    "pyproject.toml",
    "README.md",
    "REFERENCE.md",
    "{package}/__init__.py",
    "{package}/client.py",
    "{package}/models/__init__.py",
)


def assemble(
    generated: Generated, plan: PackagePlan, folder: Path
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files of the package, formatted and under their header, and the linter's findings.

    Raises RepositoryError when a hand-written module has the path of a generated one.
    """
    client = _client_files(generated.project, plan.package)
    client |= {f"{plan.package}/models/{file}": text for file, text in generated.models.items()}
    texts = {**client, **_runtime_files(plan, client)}
    texts[f"{plan.package}/py.typed"] = ""
    texts[README] = with_section(texts[README], plan)
    check_collisions(texts, plan)
    package = folder / "package"
    for path, text in texts.items():
        place = package / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_with_header(path, text, plan.header), encoding="utf-8", newline="\n")
    findings = _polish(package)
    files = {path: (package / path).read_bytes() for path in texts}
    if modules := modules_of(plan):
        # Hand-written modules join as they are; the linter only says what it thinks of them.
        hand_written = {f"{plan.package}/{path}": content for path, content in modules.items()}
        findings += tuple(
            plan.module_file(finding.removeprefix(f"{plan.package}/"))
            for finding in _look_at(package, hand_written)
        )
        files |= hand_written
    return dict(sorted(files.items())), findings


def _client_files(project: Path, package: str) -> dict[str, str]:
    paths = [name.format(package=package) for name in _KEPT]
    paths += [
        path.relative_to(project).as_posix()
        for path in sorted((project / package / "api").rglob("*.py"))
    ]
    return {path: (project / path).read_text(encoding="utf-8") for path in paths}


def _runtime_files(plan: PackagePlan, client: Mapping[str, str]) -> dict[str, str]:
    """The modules of our runtime, but for those that only some clients need."""
    files = {}
    for source in sorted(_RUNTIME.glob("*.py")):
        if source.name == "__init__.py":
            continue
        if source.name in _OPTIONAL and not _is_imported(source.stem, client):
            continue
        folder = "models/" if source.name in _OF_MODELS else ""
        text = source.read_text(encoding="utf-8")
        if folder:
            text = text.replace("\nfrom ._", "\nfrom .._")
        if plan.http != "httpx2":
            text = text.replace("import httpx2 as httpx\n", f"import {plan.http}\n")
        files[f"{plan.package}/{folder}{source.name}"] = text
    return files


def _is_imported(module: str, client: Mapping[str, str]) -> bool:
    return any(f"from .{module} import" in text for text in client.values())


def _with_header(path: str, text: str, header: str) -> str:
    if not path.endswith(".py"):
        return text
    comment = "".join(f"# {line}".rstrip() + "\n" for line in header.splitlines())
    return f"{comment}\n{text.lstrip()}" if comment else text


def _polish(package: Path) -> tuple[str, ...]:
    """Sort imports, drop unused ones and format, by the rules of the package's pyproject.toml."""
    # Names come from the document, and nobody can change them in the package.
    names = f"--extend-ignore={_NAMES_OF_OTHERS}"
    check = _ruff("check", "--fix", "--output-format=concise", "--quiet", names, ".")
    (linted,) = run_together([replace(check, accepted=(0, 1))], package)
    run_together([_ruff("format", "--quiet", ".")], package)
    return _findings(linted.output)


def _look_at(package: Path, modules: Mapping[str, bytes]) -> tuple[str, ...]:
    """What linter and formatter say of modules that they must not change."""
    for path, content in modules.items():
        place = package / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    paths = [path for path in modules if path.endswith(".py")]
    check = _ruff("check", "--output-format=concise", "--quiet", *paths)
    shape = _ruff("format", "--check", "--output-format=concise", *paths)
    commands = [replace(command, accepted=(0, 1)) for command in (check, shape)]
    linted, formatted = run_together(commands, package)
    return (*_findings(linted.output), *_findings(formatted.output))


def _ruff(verb: str, *arguments: str) -> Command:
    """The linter itself, which starts in no time, or the module that says that it is not there."""
    name, words = f"ruff {verb}", [verb, "--no-cache", *arguments]
    try:
        return Command(name=name, arguments=words, program=str(find_ruff_bin()))
    except FileNotFoundError:
        return Command(name=name, arguments=["ruff", *words])


def _findings(output: str) -> tuple[str, ...]:
    return tuple(line for line in output.splitlines() if re.search(r":\d+:\d+: ", line))
