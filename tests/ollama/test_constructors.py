"""Both generators see the same types: a method takes what its request's constructor takes."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import types
import typing
from collections.abc import Iterator, Sequence
from typing import Any

import ollama_native
import ollama_openai
import pytest
from pydantic import BaseModel

PACKAGES = ["ollama_native", "ollama_openai"]
FREE = dict[str, Any]
"""Takes the place of any model, as a method allows it and a constructor does not."""


def requests(package: str) -> Iterator[tuple[str, type[BaseModel]]]:
    """The name of each method that sends a model, with that model."""
    api = importlib.import_module(f"{package}.api")
    for folder in pkgutil.iter_modules(api.__path__):
        tag = importlib.import_module(f"{package}.api.{folder.name}")
        for module in pkgutil.iter_modules(tag.__path__):
            body = importlib.import_module(f"{tag.__name__}.{module.name}").OPERATION.body
            if body and isinstance(body.type, type) and issubclass(body.type, BaseModel):
                yield module.name, body.type


def methods(package: str, name: str) -> list[Any]:
    """The synchronous and the asynchronous method of an operation."""
    client = importlib.import_module(f"{package}.client")
    owners = [
        kind
        for _, kind in inspect.getmembers(client, inspect.isclass)
        if kind.__module__ == client.__name__
    ]
    found = {vars(owner)[name] for owner in owners if name in vars(owner)}
    return list(found)


def plain(annotation: Any) -> Any:
    """A type without what only methods have: sequences are lists, models stand alone.

    None and NotGiven count in neither.
    """
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {typing.Union, types.UnionType}:
        absent = {types.NoneType, ollama_native.NotGiven, ollama_openai.NotGiven}
        members = {plain(member) for member in inner if member not in absent}
        if any(isinstance(member, type) and issubclass(member, BaseModel) for member in members):
            members.discard(plain(FREE))
        return members.pop() if len(members) == 1 else frozenset(members)
    if origin in {list, Sequence}:
        return (list, plain(inner[0]))
    if origin is dict:
        return (dict, *map(plain, inner))
    if origin is typing.Literal:
        return ("literal", frozenset(inner))
    if origin is typing.Annotated:
        return plain(inner[0])
    return annotation


@pytest.mark.parametrize("package", PACKAGES)
def test_the_arguments_of_a_method_are_those_of_the_constructor_of_its_request(
    package: str,
) -> None:
    compared = 0
    for name, request in requests(package):
        found = methods(package, name)
        assert len(found) == 2, name
        for method in found:
            hints = typing.get_type_hints(method)
            request.model_rebuild()  # a model is built when it is first needed
            for field, info in request.model_fields.items():
                assert plain(hints[field]) == plain(info.annotation), f"{name}({field})"
                compared += 1
    assert compared > 50


@pytest.mark.parametrize("package", PACKAGES)
def test_a_field_that_a_request_needs_is_needed_by_its_method(package: str) -> None:
    for name, request in requests(package):
        for method in methods(package, name):
            parameters = inspect.signature(method).parameters
            for field, info in request.model_fields.items():
                assert (
                    parameters[field].default is inspect.Parameter.empty
                ) == info.is_required(), f"{name}({field})"
