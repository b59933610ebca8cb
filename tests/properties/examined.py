"""Imports generated packages, builds their models and calls their methods; prints JSON of each.

Runs in a process of its own: `python examined.py FOLDER ...`; the
last part of a folder is the name of the package in it.
"""

from __future__ import annotations

import collections.abc
import datetime as dt
import importlib
import inspect
import io
import json
import pkgutil
import sys
import types
import typing
import uuid
from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any

import httpx2 as httpx
from pydantic import BaseModel, ValidationError

PLAIN: dict[Any, Any] = {
    Any: "x",
    object: "x",
    str: "x",
    int: 1,
    float: 1.5,
    bool: True,
    bytes: b"x",
    type(None): None,
    Decimal: Decimal(1),
    dt.date: dt.date(2024, 1, 2),
    dt.datetime: dt.datetime(2024, 1, 2, tzinfo=dt.UTC),
    dt.time: dt.time(1, 2),
    dt.timedelta: dt.timedelta(seconds=1),
    uuid.UUID: uuid.UUID(int=1),
}
LISTS = (list, set, frozenset, collections.abc.Sequence, collections.abc.Iterable)
MAPS = (dict, collections.abc.Mapping, collections.abc.MutableMapping)
OWN = {"close", "with_options", "base_url"}
"""What a client has beside the operations."""


def examine(name: str) -> dict[str, Any]:
    """What one package holds and does: its operations, the requests of its methods, its faults."""
    faults: list[str] = []
    found: dict[str, Any] = {"operations": [], "requests": [], "refused": 0, "faults": faults}
    try:
        package = importlib.import_module(name)
        modules = [
            importlib.import_module(module.name)
            for module in pkgutil.walk_packages(package.__path__, f"{name}.")
        ]
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is what the test reports
        faults.append(f"import: {type(fault).__name__}: {fault}")
        return found
    for module in modules:
        if hasattr(module, "OPERATION"):
            found["operations"].append([module.OPERATION.method, module.OPERATION.path])
    faults += _model_faults(modules)
    _call_all(package, found)
    return found


def _model_faults(modules: list[types.ModuleType]) -> Iterator[str]:
    classes = {
        value
        for module in modules
        for value in vars(module).values()
        if inspect.isclass(value) and issubclass(value, BaseModel) and value is not BaseModel
    }
    for model in sorted(classes, key=lambda one: (one.__module__, one.__qualname__)):
        try:
            model.model_rebuild()
            model.model_json_schema()
        except Exception as fault:  # noqa: BLE001 - as above
            yield f"model {model.__name__}: {type(fault).__name__}: {str(fault)[:300]}"


def _call_all(package: Any, found: dict[str, Any]) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, content=b"{}", headers={"Content-Type": "application/json"})

    http = httpx.Client(transport=httpx.MockTransport(answer))
    client = package.Client("http://127.0.0.1:1/v1", http=http, retries=0)
    for label, method in methods_of(client):
        seen.clear()
        try:
            _use(method(**_arguments(method)))
        except ValidationError:
            pass  # a value drawn from a type alone need not keep the bounds that go with it
        except package.errors.ArgumentError:
            pass  # a value that its place cannot hold, as text beyond ASCII in a header
        except package.errors.APIError:
            pass  # the answer above is not what this operation documents
        except Exception as fault:  # noqa: BLE001 - as above
            found["faults"].append(f"call {label}: {type(fault).__name__}: {str(fault)[:300]}")
        found["requests"] += [[one.method, one.url.raw_path.decode()] for one in seen]
        found["refused"] += not seen


def _use(result: Any) -> None:
    """Close a stream; any other answer is a value."""
    if hasattr(result, "close"):
        result.close()


def methods_of(client: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every method of a client that asks the API, those grouped by tags too."""
    for name, member in inspect.getmembers_static(type(client)):
        if name.startswith("__") or name in OWN:
            continue
        if inspect.isfunction(member):
            yield name, getattr(client, name)
        elif isinstance(member, cached_property):
            group = getattr(client, name)
            for inner, method in inspect.getmembers(group, inspect.ismethod):
                if not inner.startswith("__"):
                    yield f"{name}.{inner}", method


def _arguments(method: Callable[..., Any]) -> dict[str, Any]:
    """A value for every parameter that must be given, and for those that may be."""
    function = getattr(method, "__func__", method)
    hints = typing.get_type_hints(function, include_extras=True)
    given = inspect.signature(method).parameters
    return {
        name: sample(hints[name]) for name, one in given.items() if one.kind is not one.VAR_KEYWORD
    }


def sample(annotation: Any, depth: int = 4) -> Any:
    """A value of a type, as small as it can be; None where the type goes too deep."""
    if depth < 0:
        return None
    if annotation in PLAIN:
        return PLAIN[annotation]
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return sample(inner[0], depth)
    if origin is typing.Literal:
        return inner[0]
    if origin in {typing.Union, types.UnionType}:
        return sample(next((one for one in inner if one is not type(None)), None), depth)
    return _collection(annotation, origin or annotation, inner, depth)


def _collection(annotation: Any, origin: Any, inner: tuple[Any, ...], depth: int) -> Any:
    if origin in LISTS:
        return [sample(inner[0], depth - 1)] if inner else []
    if origin is tuple:
        return tuple(sample(one, depth - 1) for one in inner if one is not Ellipsis)
    if origin in MAPS:
        return {"k": sample(inner[1], depth - 1)} if inner else {}
    return _instance(getattr(annotation, "__value__", annotation), depth)


def _instance(annotation: Any, depth: int) -> Any:
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        return {
            field.alias or name: sample(field.annotation, depth - 1)
            for name, field in annotation.model_fields.items()
            if field.is_required()
        }
    if inspect.isclass(annotation) and issubclass(annotation, Enum):
        return next(iter(annotation))
    if typing.get_origin(annotation) is typing.IO:
        return io.BytesIO(b"x")
    return "x"


def main() -> None:
    """Examine the packages of the given folders; a document of JSON on the standard output."""
    sys.path[:0] = sys.argv[1:]
    names = [Path(folder).name for folder in sys.argv[1:]]
    print(json.dumps({name: examine(name) for name in names}))  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
