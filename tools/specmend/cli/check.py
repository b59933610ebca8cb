"""The command `check`: rebuild everything beside the repository and compare the bytes."""

from __future__ import annotations

from specmend.cli import show
from specmend.cli.options import HERE, Apis, AsJson, ProjectFolder, Target
from specmend.errors import RepositoryError
from specmend.places import find_project


def check(apis: Apis = None, project: ProjectFolder = HERE, target: Target = None, as_json: AsJson = False) -> None:
    """Rebuild everything and compare with what is committed.

    Nothing is written; differences are listed with their places, and the exit status is then 1.
    """
    from specmend.cli.differences import differences
    from specmend.cli.make import make

    chosen = find_project(project).choose(apis)
    made = make(chosen, target, overwrite=True, quiet=as_json)
    found = [problem for one in made for problem in differences(one.api, one.built)]
    if found:
        raise RepositoryError(*found)
    if as_json:
        show.data({"ok": True, "apis": [one.api.name for one in made]})
        return
    for one in made:
        show.good(one.api.name, f"{len(one.built.files) + 1} files are exactly what specmend makes")
