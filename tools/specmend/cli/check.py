"""The command `check`: rebuild everything beside the repository and compare the bytes."""

from __future__ import annotations

from specmend.cli import console as show
from specmend.cli import files as standalone
from specmend.cli.options import HERE, Apis, AsJson, Generator, ProjectFolder
from specmend.errors import RepositoryError
from specmend.settings.layout import find_project


def check(
    apis: Apis = None,
    project: ProjectFolder = HERE,
    generator: Generator = None,
    as_json: AsJson = False,
) -> None:
    """Rebuild everything and compare with what is committed.

    Also runs the steps on the documents in spec/API/releases. Writes nothing. Lists every
    difference with its place; the exit code is then 1.
    """
    from specmend.project.build import make
    from specmend.project.differences import differences
    from specmend.project.releases import release_problems, retired_count

    chosen = find_project(project).choose(apis)
    made = make(chosen, generator, overwrite=True, progress=show.progress(quiet=as_json))
    if not as_json:
        standalone.tell_warnings(made)
    found = [problem for one in made for problem in differences(one.api, one.built)]
    also = {api.name: release_problems(api, generator) for api in chosen}
    found += [problem for _, problems in also.values() for problem in problems]
    if found:
        raise RepositoryError(*found)
    retired = {api.name: retired_count(api) for api in chosen}
    if as_json:
        further = {name: number for name, (number, _) in also.items()}
        show.data(
            {
                "ok": True,
                "apis": [one.api.name for one in made],
                "releases": further,
                "retired": retired,
            }
        )
        return
    for one in made:
        words = f"{len(one.built.files) + 1} files are exactly what specmend makes"
        show.good(one.api.name, words + _more(also[one.api.name][0], retired[one.api.name]))


def _more(further: int, retired: int) -> str:
    words = f"; the steps fit {show.counted(further, 'further document')}" if further else ""
    return words + (f"; {show.counted(retired, 'step')} retired" if retired else "")
