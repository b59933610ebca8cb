"""Small Swagger documents, written as YAML, and what a conversion makes of their parts."""

from __future__ import annotations

from typing import Any

import yaml

from specmend.source.swagger import Conversion, convert_swagger

HEAD = {"swagger": "2.0", "info": {"title": "Pets", "version": "1"}}


def load(text: str) -> Any:
    """The value of a YAML text."""
    return yaml.safe_load(text)


def convert(text: str) -> Conversion:
    """The conversion of a document of which the text gives all but version and info."""
    return convert_swagger({**HEAD, **load(text)})


def schema(text: str) -> Any:
    """A definition as a schema of the components."""
    return convert_swagger({**HEAD, "definitions": {"A": load(text)}}).tree["components"][
        "schemas"
    ]["A"]


def parameter(text: str) -> Any:
    """A shared parameter as one of the components."""
    return convert_swagger({**HEAD, "parameters": {"A": load(text)}}).tree["components"][
        "parameters"
    ]["A"]


def operation(text: str, **top: Any) -> Any:
    """An operation of a document with further fields; without responses where they are `{}`."""
    document = {**HEAD, **top, "paths": {"/a": {"post": load(text)}}}
    return convert_swagger(document).tree["paths"]["/a"]["post"]


def remarks(conversion: Conversion) -> list[str]:
    """The remarks of a conversion as lines: the place and the message."""
    return [f"{'/'.join(map(str, r.address))}: {r.message}" for r in conversion.remarks]


def notes_on(part: str, text: str) -> list[str]:
    """The remarks on one part of a document, without the place of the part."""
    keys = part.split("/")
    document: Any = {}
    inner = document
    for key in keys[:-1]:
        inner = inner.setdefault(key, {})
    inner[keys[-1]] = load(text)
    return [line.removeprefix(part) for line in remarks(convert_swagger({**HEAD, **document}))]
