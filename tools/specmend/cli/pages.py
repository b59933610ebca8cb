"""The command `pages`: lists that probably come in pages, and the steps that would say so."""

from __future__ import annotations

from typing import Any

from specmend.cli import console
from specmend.cli.options import HERE, AsJson, Generator, OneApi, ProjectFolder
from specmend.project.repository import Project
from specmend.steps.command import new_step_command
from specmend.steps.learn.pages import PagesGuess, guess_pages
from specmend.steps.place_query import place_query


def pages(
    api: OneApi,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    as_json: AsJson = False,
) -> None:
    """Guess which lists come in pages, and print steps that say so.

    Prints a command for each list that probably comes in pages. The command records a step that
    adds `x-pagination` to the operation. The guess goes by names alone: try the API, or read its
    documentation, before you run a command. The command changes nothing.
    """
    tree = Project.find(project).api(api, generator).sanitize(generator).document.tree
    found = [(guess, _command(api, tree, guess)) for guess in guess_pages(tree)]
    if as_json:
        console.data({"ok": True, "api": api, "pages": [_data(*pair) for pair in found]})
        return
    if not found:
        console.good(api, "no list seems to come in pages that no mark says so of")
        return
    console.good(api, f"{console.counted(len(found), 'list')} may come in pages")
    for _, command in found:
        console.line()
        console.line(command)


def _command(api: str, tree: Any, guess: PagesGuess) -> str:
    method, path = guess.operation.method, guess.operation.path
    return new_step_command(
        api,
        f"Page through {method} {path}",
        place_query(tree, guess.address),
        {"update": {"x-pagination": dict(guess.mark)}},
        f"{method} {path} answers page by page.",
    )


def _data(guess: PagesGuess, command: str) -> dict[str, Any]:
    return {
        "method": guess.operation.method,
        "path": guess.operation.path,
        "x-pagination": dict(guess.mark),
        "command": command,
    }
