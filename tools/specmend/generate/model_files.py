"""Writes the modules of models: one that is loaded at once, or many that are loaded when needed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from specmend.generate.model_families import Family
from specmend.generate.names import free_name, python_name
from specmend.generate.types.kinds import ROOT
from specmend.generate.types.write import BUILTIN_TYPES, quoted

ALIASES: Final = "_enumerations"
"""The module of the names for listed values that no class has for itself."""

_INIT_FILE: Final = "__init__.py"
_RECURSIVE: Final = "_recursive"
_RESERVED: Final = ("_model", "_loaded", ALIASES, _RECURSIVE)
_WORD: Final = re.compile(r"[^\W\d]\w*")
_LONGEST: Final = 60
"""Characters of a module's name; the paths of some systems have at most 260."""

_IMPORTS: Final = f"""\
from __future__ import annotations

import datetime
import datetime as _datetime
from builtins import {", ".join(f"{name} as _{name}" for name in BUILTIN_TYPES)}
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeAlias
from uuid import UUID

from pydantic import Field
from typing_extensions import TypeAliasType

from .._tagged import Tagged
"""
"""Everything that a model may need; what it does not need is taken out afterwards."""

_EAGER: Final = f"{_IMPORTS}from ._model import RenamedModel, SchemaModel\n"
_LAZY: Final = f"{_IMPORTS}from ._loaded import RenamedModel, SchemaModel\n"

_INIT: Final = """\
from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any
"""

_FIND: Final = '''
def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


# Type checkers would take every name for a model.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """A model; its module is loaded when the first one of it is needed."""
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        return found
'''


def eager_file(aliases: Iterable[str], classes: Iterable[str], recursive: Mapping[str, str]) -> str:
    """The one module of all models; `recursive` has types that contain themselves, as strings."""
    texts = ("\n".join(aliases), "\n\n".join(classes), "\n".join(_at_run_time(recursive)))
    return _module("The models of the API.", _EAGER, *texts)


def lazy_files(
    families: Collection[Family], recursive: Mapping[str, str], *, is_open: bool
) -> dict[str, str]:
    """The modules of families by file, and the one that finds the module of a model.

    Types that contain themselves are in one module, which imports what they name.
    """
    modules = _module_names(families)
    places = {name: modules[one.first] for one in families for name in one.sources}
    places |= dict.fromkeys(recursive, _RECURSIVE)
    files = {_INIT_FILE: _init(places, is_open=is_open)}
    files |= {f"{modules[one.first]}.py": _family(one, places) for one in families}
    if recursive:
        files[f"{_RECURSIVE}.py"] = _recursive(recursive, places)
    return files


def _module_names(families: Iterable[Family]) -> dict[str, str]:
    """The name of each family's module: that of its first class, in lower case."""
    names: dict[str, str] = {}
    taken = {*_RESERVED}
    for family in families:
        short = f"_{python_name(family.first)[:_LONGEST]}"
        names[family.first] = ALIASES if family.first == ALIASES else free_name(short, taken)
        taken.add(names[family.first])
    return names


def _init(places: Mapping[str, str], *, is_open: bool) -> str:
    """The package of the models, which knows the module of each of them."""
    roots = [ROOT.name] if is_open else []
    names = ", ".join(quoted(name) for name in [*roots, *sorted(places)])
    lines = ", ".join(f"{quoted(name)}: {quoted(places[name])}" for name in sorted(places))
    return _module(
        "The models of the API: one class for each schema, and a name for each enumeration.",
        "\n".join([_INIT, *(f"from ._model import {name}" for name in roots)]),
        _for_checkers(places, places),
        f"__all__ = [{names}]",
        f"_MODULES = {{{lines}}}",
        _FIND,
    )


def _family(family: Family, places: Mapping[str, str]) -> str:
    """A module of some models; at run time it has no others but the parents of its first one."""
    parents = {name for source in family.sources.values() for name in source.parents}
    parents &= places.keys() - family.sources.keys()
    others = sorted(family.named - family.sources.keys() - parents)
    needed = f"_NEEDED: Final = ({', '.join(map(quoted, others))},)" if others else ""
    return _module(
        "Models of the API.",
        "\n".join([_LAZY, *_imports(sorted(parents), places)]),
        _for_checkers(others, places),
        "\n\n".join(source.code for source in family.sources.values()),
        needed,
    )


def _recursive(recursive: Mapping[str, str], places: Mapping[str, str]) -> str:
    """The module of the types that contain themselves.

    Pyright takes the name of such a type for a variable where another module reads it first, so
    it is shown plain aliases, which cannot contain themselves at run time.
    """
    words = {word for text in recursive.values() for word in _WORD.findall(text)}
    named = {word for word in words if word in places and word not in recursive}
    names = ", ".join(map(quoted, sorted({*recursive, *named})))
    shown = [f"    {name}: TypeAlias = {text}" for name, text in recursive.items()]
    real = [f"    {line}" for line in _at_run_time(recursive)]
    return _module(
        "The types of the API that contain themselves.",
        "\n".join([_LAZY, *_imports(sorted(named), places)]),
        f"__all__ = [{names}]",
        "\n".join(["if TYPE_CHECKING:", *shown, "else:", *real]),
    )


def _at_run_time(recursive: Mapping[str, str]) -> list[str]:
    return [f"{name} = TypeAliasType({quoted(name)}, {text})" for name, text in recursive.items()]


def _for_checkers(names: Iterable[str], places: Mapping[str, str]) -> str:
    """What type checkers know from the start, and a run when it needs it."""
    lines = "\n".join(f"    {line}" for line in _imports(names, places))
    return f"if TYPE_CHECKING:\n{lines}" if lines else ""


def _imports(names: Iterable[str], places: Mapping[str, str]) -> list[str]:
    return [f"from .{places[name]} import {name}" for name in names]


def _module(words: str, *texts: str) -> str:
    """A module of sections, with two empty lines between them."""
    text = "\n\n\n".join(section.strip("\n") for section in texts if section.strip())
    return f'"""{words}"""\n\n{text}\n'
