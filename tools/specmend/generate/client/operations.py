"""The operations of a normalized document as methods of the client, in groups of one tag."""

from __future__ import annotations

import builtins
import re
from dataclasses import dataclass, replace
from hashlib import sha256
from keyword import iskeyword
from typing import Any, Final

from specmend.document.openapi.operations import Operation as Listed
from specmend.document.openapi.operations import operations
from specmend.generate.client.operation import read_operation
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Group, Operation
from specmend.generate.names import free_name, python_name
from specmend.generate.normalize.wording import class_name
from specmend.generate.words import description_of, more_to_read

DEFAULT_TAG: Final = "default"

_ATTRIBUTES: Final = frozenset(
    {"base_url", "close", "aclose", "with_options", "overload", "cached_property"}
)
"""Attributes of the client and decorators of its class body, which a method would hide."""

_MODULES: Final = frozenset({*dir(builtins), "self", "true", "false", "datetime"} - {"id"})
"""Names that openapi-python-client does not give to a module."""

_LONGEST: Final = 200
"""Octets in the name of a module: file systems take 255, with what is put around it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Methods:
    """The operations under one tag with the names of their methods; `folder` has their modules."""

    label: str
    folder: str
    operations: tuple[tuple[str, Listed], ...]


def name_methods(document: dict[str, Any], *, flat: bool = False) -> list[Methods]:
    """The operations by tag, each with a name that no other method of its class has.

    With `flat` all of them are methods of the client.
    """
    by_folder: dict[str, list[Listed]] = {}
    labels: dict[str, str] = {}
    for operation in operations(document):
        label = _label(operation)
        folder = _folder(label) if label else DEFAULT_TAG
        labels.setdefault(folder, label or DEFAULT_TAG)
        by_folder.setdefault(folder, []).append(operation)
    together: set[str] = set(_ATTRIBUTES)
    named = []
    for folder in sorted(by_folder, key=lambda folder: folder != DEFAULT_TAG):
        taken = together if flat or folder == DEFAULT_TAG else set(_ATTRIBUTES)
        pairs = []
        for operation in by_folder[folder]:
            name = free_name(_method_name(operation), taken)
            taken.add(name)
            pairs.append((name, operation))
        named.append(Methods(label=labels[folder], folder=folder, operations=tuple(pairs)))
    return named


def read_groups(
    document: dict[str, Any], named: list[Methods], reader: Reader, *, flat: bool = False
) -> list[Group]:
    """The groups of the client, the one of the client itself first."""
    on_client = set(_ATTRIBUTES) | {
        name
        for methods in named
        if flat or methods.folder == DEFAULT_TAG
        for name, _ in methods.operations
    }
    classes: set[str] = set()
    groups = [_group(document, methods, on_client, classes, reader, flat=flat) for methods in named]
    return sorted(groups, key=lambda group: group.attribute)


def shadowed_types(named: list[Methods]) -> set[str]:
    """The names that a method or a property of the client hides."""
    names = {name for methods in named for name, _ in methods.operations}
    attributes = {python_name(methods.folder) for methods in named}
    return names | attributes


def _label(operation: Listed) -> str:
    tags = operation.node.get("tags")
    return str(tags[0]) if isinstance(tags, list) and tags else ""


def _folder(label: str) -> str:
    """The folder of the modules of a tag."""
    name = python_name(label)
    is_prefixed = name.startswith("field_") and not label.lower().startswith("field")
    return _module_name(f"tag_{name.removeprefix('field_')}" if is_prefixed else name)


def _words_on_tag(document: dict[str, Any], label: str) -> str:
    """What the document says about a tag, and where there is more to read."""
    tags = document.get("tags")
    named = [tag for tag in (tags if isinstance(tags, list) else ()) if isinstance(tag, dict)]
    about = [tag for tag in named if tag.get("name") == label]
    texts = [description_of(*about).strip(), *(more_to_read(tag) for tag in about)]
    return "\n\n".join(text for text in texts if text)


def _with_pages(operation: Operation, taken: set[str]) -> Operation:
    """An operation that pages with a name for the method that gives all items."""
    if operation.paging is None:
        return operation
    name = free_name(f"{operation.name}_all", taken)
    taken.add(name)
    return replace(operation, paging=replace(operation.paging, name=name))


def _module_name(name: str) -> str:
    """A name that openapi-python-client keeps for a module: single underscores between words.

    Of the dot that a Turkish capital I has in small letters nothing is kept there.
    """
    words = re.sub(r"\W", "", name).split("_")
    plain = _short("_".join(word for word in words if word))
    return f"{plain}_" if plain in _MODULES or iskeyword(plain) else plain


def _short(name: str) -> str:
    """A name that can be that of a file; one that is cut ends in a digest of the whole."""
    octets = name.encode()
    if len(octets) <= _LONGEST:
        return name
    kept = octets[:_LONGEST].decode(errors="ignore").rstrip("_")
    return f"{kept}_{sha256(octets).hexdigest()[:8]}"


def _method_name(operation: Listed) -> str:
    name = python_name(str(operation.node["operationId"]))
    return f"{name}_" if name in _ATTRIBUTES else name


def _group(
    document: dict[str, Any],
    methods: Methods,
    on_client: set[str],
    classes: set[str],
    reader: Reader,
    *,
    flat: bool,
) -> Group:
    modules: set[str] = set()
    taken = {*_ATTRIBUTES, *(name for name, _ in methods.operations)}
    if flat or methods.folder == DEFAULT_TAG:
        taken = on_client
    read = []
    for name, operation in methods.operations:
        module = free_name(_module_name(name), modules)
        modules.add(module)
        one = read_operation(document, operation, name, module, reader)
        read.append(_with_pages(one, taken))
    if methods.folder == DEFAULT_TAG:
        return Group(
            tag=methods.label,
            folder=DEFAULT_TAG,
            attribute="",
            class_name="",
            operations=tuple(read),
        )
    attribute = python_name(methods.folder)
    if attribute in on_client:
        attribute = free_name(f"{attribute}_operations", on_client)
    on_client.add(attribute)
    class_of_group = free_name(class_name(methods.label) + "Operations", classes)
    classes.add(class_of_group)
    return Group(
        tag=methods.label,
        folder=methods.folder,
        attribute=attribute,
        class_name=class_of_group,
        operations=tuple(read),
        inherited=flat,
        description=_words_on_tag(document, methods.label),
    )
