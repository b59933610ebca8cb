"""Whether a schema says that null is allowed, by itself or through references and compositions."""

from __future__ import annotations

from collections.abc import Iterator

from specmend.document.openapi.keywords import COMPOSITIONS
from specmend.document.openapi.references import target_at
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.matching.spelling import is_null_alone, knows_nullable


def says_null(tree: Tree, address: Address, seen: frozenset[Address] = frozenset()) -> bool:
    """Whether everything that limits a schema lets it be null, and something does.

    A schema that limits nothing says nothing of null.
    """
    schema = get(tree, address)
    if not isinstance(schema, dict) or address in seen:
        return False
    if is_null_alone(schema):
        return True
    said = list(_limits(tree, address, schema, seen | {address}))
    return bool(said) and all(said)


def _limits(
    tree: Tree, at: Address, schema: dict[str, Tree], seen: frozenset[Address]
) -> Iterator[bool]:
    """Of everything in a schema that limits its values: whether it allows null."""
    in_30 = knows_nullable(tree)
    target = target_at(tree, at)
    if target is not None:
        yield says_null(tree, target, seen)
        if in_30:
            # What stands beside a reference is not read (OpenAPI 3.0.3 section 4.7.23).
            return
    if "type" in schema:
        types = schema["type"]
        yield "null" in (types if isinstance(types, list) else [types]) or (
            in_30 and schema.get("nullable") is True
        )
    if isinstance(schema.get("enum"), list):
        yield None in schema["enum"]
    if "const" in schema:
        yield schema["const"] is None
    for composition in COMPOSITIONS:
        branches = schema.get(composition)
        places = range(len(branches) if isinstance(branches, list) else 0)
        allow = [says_null(tree, (*at, composition, place), seen) for place in places]
        if allow:
            yield _combined(composition, allow)


def _combined(composition: str, allow: list[bool]) -> bool:
    """Whether branches together allow null; of `oneOf`, exactly one has to."""
    if composition == "allOf":
        return all(allow)
    return any(allow) if composition == "anyOf" else allow.count(True) == 1
