"""Further documents of an API, on which its series is checked: other releases of the vendor's."""

from __future__ import annotations

from specmend.document.document import Document, read_document
from specmend.errors import Problem
from specmend.intake import list_files, read_file
from specmend.places import Api
from specmend.steps.elsewhere import problems_elsewhere
from specmend.steps.read import read_steps

_ENDINGS = (".yaml", ".yml", ".json")


def also_documents(api: Api) -> tuple[Document, ...]:
    """The documents of spec/API/also, by their names; raises RepositoryError for one that cannot be read."""
    files = [path for path in list_files(api.also, api.show(api.also)) if path.suffix in _ENDINGS]
    return tuple(read_document(read_file(path, api.show(path)), api.show(path)) for path in files)


def also_problems(api: Api, target: str | None) -> tuple[int, list[Problem]]:
    """How many further documents an API has, and what its steps meet on them."""
    documents = also_documents(api)
    steps = read_steps(api.steps, api.show(api.steps)) if documents else ()
    name, anew = target or api.settings.target, api.settings.reformat
    return len(documents), [p for d in documents for p in problems_elsewhere(d, steps, name, reformat=anew)]


def retired_count(api: Api) -> int:
    """How many steps of an API are retired."""
    return len(list_files(api.retired, api.show(api.retired)))
