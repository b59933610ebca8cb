"""Other spellings of the document of `edited_documents`, which say the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

from tests.properties.edited_documents import Tree, refer


def spelled(tree: Tree, random: Random, count: int) -> Tree:
    """A document after several changes of its spelling."""
    for name in random.sample([*SPELLINGS], count):
        SPELLINGS[name](tree)
    return tree


def _schemas(tree: Tree) -> Any:
    return tree["components"]["schemas"]


def _operation(tree: Tree) -> Any:
    return tree["paths"]["/pets"]["post"]


def _extracted(tree: Tree) -> bool:
    extra = _schemas(tree)["Pet"]["properties"]
    _schemas(tree)["Extra"] = extra["extra"]
    extra["extra"] = refer("Extra")
    return True


def _inlined(tree: Tree) -> bool:
    _schemas(tree)["Pet"]["properties"]["tags"]["items"] = json.loads(
        json.dumps(_schemas(tree)["Tag"])
    )
    return True


def _renamed(tree: Tree) -> bool:
    """A component under another name, with all that refers to it."""
    text = json.dumps(tree).replace("components/schemas/Owner", "components/schemas/Keeper")
    tree.clear()
    tree.update(json.loads(text))
    _schemas(tree)["Keeper"] = _schemas(tree).pop("Owner")
    return True


def _wrapped(tree: Tree) -> bool:
    properties = _schemas(tree)["Pet"]["properties"]
    properties["owner"] = {"allOf": [properties["owner"]]}
    return True


def _null_in_a_branch(tree: Tree) -> bool:
    properties = _schemas(tree)["Pet"]["properties"]
    properties["name"] = {"anyOf": [{**properties["name"], "type": "string"}, {"type": "null"}]}
    return True


def _as_30(tree: Tree) -> bool:
    """OpenAPI 3.0, where null is another keyword."""
    name = _schemas(tree)["Pet"]["properties"]["name"]
    if "type" not in name:
        return False
    tree["openapi"] = "3.0.3"
    name |= {"type": "string", "nullable": True}
    return True


def _own_parameters(tree: Tree) -> bool:
    """The parameters of a path at each of its operations."""
    item = tree["paths"]["/pets"]
    shared = item.pop("parameters")
    for method in ("get", "post"):
        item[method]["parameters"] = [*item[method].get("parameters", []), *shared]
    return True


def _own_security(tree: Tree) -> bool:
    _operation(tree)["security"] = json.loads(json.dumps(tree["security"]))
    return True


def _body_apart(tree: Tree) -> bool:
    tree["components"]["requestBodies"] = {"New": _operation(tree)["requestBody"]}
    _operation(tree)["requestBody"] = refer("New", "requestBodies")
    return True


def _another_order(tree: Tree) -> bool:
    pet = _schemas(tree)["Pet"]
    pet["required"].reverse()
    pet["properties"] = dict(reversed(pet["properties"].items()))
    pet["properties"]["kind"]["enum"].reverse()
    _schemas(tree)["Any"]["oneOf"].reverse()
    return True


def _said_defaults(tree: Tree) -> bool:
    """What holds without being said."""
    _schemas(tree)["Tag"] |= {"additionalProperties": True, "minProperties": 0}
    tree["components"]["parameters"]["limit"] |= {"style": "form", "explode": True}
    _operation(tree)["deprecated"] = False
    return True


def _split(tree: Tree) -> bool:
    """The properties of a schema in two branches of `allOf`."""
    tag = _schemas(tree)["Tag"]
    properties = tag.pop("properties")
    tag["allOf"] = [
        {"type": "object", "properties": {name: one}} for name, one in properties.items()
    ]
    return True


SPELLINGS: dict[str, Callable[[Tree], bool]] = {
    "a schema extracted": _extracted,
    "a schema inlined": _inlined,
    "a component renamed": _renamed,
    "allOf of one": _wrapped,
    "null in a branch": _null_in_a_branch,
    "OpenAPI 3.0": _as_30,
    "parameters at the operations": _own_parameters,
    "security at the operation": _own_security,
    "a body extracted": _body_apart,
    "another order": _another_order,
    "defaults that are said": _said_defaults,
    "a schema split": _split,
}
"""Ways to say the same; each gives whether it had a place."""
