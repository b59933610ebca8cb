"""Rooms import downwards only, without circles, and few modules may touch the outside."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "tools" / "specmend"

# A room imports only from rooms that stand before it in this list; a room with a dot is a sub-room.
ROOMS = (
    "version",
    "errors",
    "progress",
    "limits",
    "storage",
    "settings",
    "document.tree",
    "document.text",
    "document.jsonpath",
    "document.openapi",
    "matching",
    "source",
    "steps.edits",
    "steps",
    "steps.learn",
    "steps.exchange",
    "validate.rules",
    "validate",
    "generate.names",
    "generate.normalize",
    "generate.docstring",
    "generate.words",
    "generate.types",
    "generate.client",
    "generate",
    "diff",
    "surface",
    "drift",
    "update",
    "review",
    "report",
    "release",
    "project",
    "cli",
)
DOORS = {"__init__", "__main__"}
# Who opens connections, and why.
CONNECTED = {
    "specmend.release.upload": "it reads the answers that twine gets from an index",
    "specmend.source.web": "it asks for documents, within limits",
    "specmend.source.web_answer": "it reads the answers that web gets; it opens no connection",
    "specmend.source.web_faults": "it knows the errors of connections; it opens no connection",
}
NETWORK = {
    "socket",
    "http.client",
    "http.server",
    "urllib.request",
    "httpx",
    "httpx2",
    "requests",
    "ftplib",
}
# Who starts processes, and why.
STARTERS = {
    "specmend.generate.processes": "the generators run by themselves, in an empty folder",
    "specmend.generate.commands.processes": "so do those of other people, and all that they start",
    "specmend.release.programs": "the build backend, in an empty folder, and git where it writes",
    "specmend.source.git_command": "git knows its servers and keys, and what changed in a project",
}

# The sources of the generated package's runtime are material here, not code of ours that runs.
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "runtime" not in p.relative_to(PACKAGE).parts)


def room_of(module: str) -> str:
    """The room or sub-room of a module, by its dotted name."""
    parts = module.split(".")[1:] or [module]
    inner = ".".join(parts[:2])
    return inner if inner in ROOMS else parts[0]


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                base = ".".join(
                    [*module_name(path).split(".")[: -node.level], *filter(None, [node.module])]
                )
            yield node.lineno, base
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 50
    inside = {
        room_of(module_name(path)) for path in MODULES if len(path.relative_to(PACKAGE).parts) > 1
    }
    alone = {path.stem for path in MODULES if path.parent == PACKAGE} - DOORS
    assert inside - {"document"} | alone == set(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_room_imports_only_rooms_above_it(path: Path) -> None:
    if path.parent == PACKAGE and path.stem in DOORS:
        return
    room = room_of(module_name(path))
    wrong = [
        f"{path}:{line}: {room} imports {name}"
        for line, name in imports(path)
        if name.startswith("specmend.")
        and (other := room_of(name)) in ROOMS
        and ROOMS.index(other) > ROOMS.index(room)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_import_goes_round_in_a_circle() -> None:
    known = {module_name(path): path for path in MODULES}
    graph = {
        name: {other for _, other in imports(path) if other in known} - {name}
        for name, path in known.items()
    }
    finished: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join([*way[way.index(name) :], name])
        if name not in finished:
            for other in sorted(graph[name]):
                visit(other, (*way, name))
            finished.add(name)

    for name in graph:
        visit(name, ())


def test_named_edits_and_rules_do_not_import_their_siblings() -> None:
    shared = {
        "checks",
        "edit",
        "selection",
        "table",
        "__init__",
        "references",
        "dialect",
        "direct",
        "ecma",
        "ecma_classes",
        "ecma_escapes",
        "expressions",
        "extra_fields",
        "fault",
        "inner_schemas",
        "leaves",
        "loosened",
        "mend",
        "right_form",
        "rule",
        "scope",
        "standard",
        "tried_patterns",
        "value_schemas",
        "values",
        "versions",
        "walk",
        "words",
    }
    for folder in (PACKAGE / "steps" / "edits", PACKAGE / "validate" / "rules"):
        files = [path for path in folder.glob("*.py") if path.stem not in shared]
        assert files
        for path in files:
            prefix = module_name(path).rpartition(".")[0]
            siblings = [
                n
                for _, n in imports(path)
                if n.startswith(prefix + ".") and n.split(".")[3] not in shared
            ]
            assert not siblings, f"{path}: {siblings}"


def test_only_few_modules_know_the_network() -> None:
    wrong = [
        f"{path}:{line}: {name}"
        for path in MODULES
        for line, name in imports(path)
        if any(name == known or name.startswith(known + ".") for known in NETWORK)
        and module_name(path) not in CONNECTED
    ]
    assert not wrong, "\n".join(wrong)


def test_only_few_modules_start_processes() -> None:
    starters = {
        module_name(path)
        for path in MODULES
        for _, name in imports(path)
        if name.split(".")[0] == "subprocess"
    }
    assert starters == set(STARTERS)


def test_only_the_command_line_prints() -> None:
    wrong = [
        f"{path}:{node.lineno}"
        for path in MODULES
        if room_of(module_name(path)) != "cli"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert not wrong, "\n".join(wrong)
