"""The only list of the rules that make a document ready for generation, in their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from specmend.document.openapi.plain_references import plain_references
from specmend.document.openapi.schemas import Tree
from specmend.generate.normalize.answer_parts import place_answer_parts
from specmend.generate.normalize.binary import spell_binary
from specmend.generate.normalize.bounds import spell_bounds
from specmend.generate.normalize.canonical.rule import write_canonical_schemas
from specmend.generate.normalize.deep_references import lift_deep_references
from specmend.generate.normalize.dialect import mark_dialect
from specmend.generate.normalize.directions import split_directions
from specmend.generate.normalize.encoded_parts import mark_encoded_parts, place_part_headers
from specmend.generate.normalize.equal_members import join_equal_members
from specmend.generate.normalize.lift import lift_inline_schemas
from specmend.generate.normalize.names import unique_names
from specmend.generate.normalize.null_components import move_nulls_to_references
from specmend.generate.normalize.operation_ids import derive_operation_ids
from specmend.generate.normalize.outline import leave_out_what_clients_lack
from specmend.generate.normalize.security import name_security_schemes
from specmend.generate.normalize.shared_parts import place_path_items, place_shared_parts
from specmend.generate.normalize.siblings import drop_siblings
from specmend.generate.normalize.tags import tell_members_apart
from specmend.generate.normalize.titles import drop_titles
from specmend.generate.normalize.told import keep_told_properties
from specmend.generate.normalize.unused import drop_unused
from specmend.generate.normalize.webhooks import keep_webhook_payloads

Rule: TypeAlias = Callable[[Tree], Tree]

_OUTLINE: tuple[Rule, ...] = (
    # URIs of schemes count from the URI of the document, which the next rule takes away.
    name_security_schemes,
    plain_references,
    place_path_items,
    keep_webhook_payloads,
    place_answer_parts,
    place_part_headers,
    leave_out_what_clients_lack,
)

RULES: tuple[Rule, ...] = (
    *_OUTLINE,
    drop_siblings,
    mark_dialect,
    lift_deep_references,
    # The spelling of single schemas, then what they are.
    spell_bounds,
    mark_encoded_parts,
    spell_binary,
    keep_told_properties,
    write_canonical_schemas,
    move_nulls_to_references,
    # Names, then classes under these names, then the parts that they were lifted from.
    unique_names,
    derive_operation_ids,
    lift_inline_schemas,
    drop_titles,
    join_equal_members,
    tell_members_apart,
    place_shared_parts,
    split_directions,
    drop_unused,
)


def outline(tree: Tree) -> Tree:
    """The document without the parts that no client is made of; the given tree is left alone."""
    for rule in _OUTLINE:
        tree = rule(tree)
    return tree


def normalize(tree: Tree) -> Tree:
    """Apply every rule in order; the given tree is left alone."""
    for rule in RULES:
        tree = rule(tree)
    return tree
