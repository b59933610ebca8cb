"""The files that an API's results depend on."""

from __future__ import annotations

from specmend.files import read_folder
from specmend.intake import is_there, read_file
from specmend.places import Api


def input_files(api: Api) -> dict[str, bytes]:
    """Every file that an API's results depend on, by its path from the project."""
    files = {api.show(path): read_file(path, api.show(path)) for path in (api.pin, api.upstream) if is_there(path)}
    steps = {
        f"{api.show(api.steps)}/{name}": data
        for name, data in read_folder(api.steps).items()
        if not name.startswith(f"{api.retired.name}/")
    }
    return {**files, **steps}
