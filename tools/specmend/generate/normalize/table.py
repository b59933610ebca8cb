"""The only list of the rules that make a document ready for the generators, in their order."""

from __future__ import annotations

from collections.abc import Callable

from specmend.document.openapi.schemas import Tree
from specmend.generate.normalize.aliases import resolve_aliases
from specmend.generate.normalize.arrays import complete_arrays
from specmend.generate.normalize.binary import spell_binary
from specmend.generate.normalize.bounds import spell_bounds
from specmend.generate.normalize.branches import split_type_lists
from specmend.generate.normalize.compositions import gather_compositions
from specmend.generate.normalize.deep_references import lift_deep_references
from specmend.generate.normalize.defaults import drop_trapping_defaults
from specmend.generate.normalize.dialect import mark_dialect
from specmend.generate.normalize.enums import split_mixed_enums
from specmend.generate.normalize.formats import drop_unshared_formats
from specmend.generate.normalize.lift import lift_inline_schemas
from specmend.generate.normalize.media_order import put_json_first
from specmend.generate.normalize.names import unique_names
from specmend.generate.normalize.null_components import move_nulls_to_references
from specmend.generate.normalize.nullable import spell_nullable
from specmend.generate.normalize.objects import open_objects
from specmend.generate.normalize.operation_ids import derive_operation_ids
from specmend.generate.normalize.outline import leave_out_what_clients_lack
from specmend.generate.normalize.patterns import drop_patterns
from specmend.generate.normalize.responses import complete_responses
from specmend.generate.normalize.shared_parts import place_path_items, place_shared_parts
from specmend.generate.normalize.stand_ins import stand_in_for_methods
from specmend.generate.normalize.titles import drop_titles
from specmend.generate.normalize.unused import drop_unused

RULES: tuple[Callable[[Tree], Tree], ...] = (
    place_path_items,
    leave_out_what_clients_lack,
    mark_dialect,
    complete_responses,
    lift_deep_references,
    # The spelling of single schemas.
    complete_arrays,
    spell_nullable,
    spell_bounds,
    spell_binary,
    drop_unshared_formats,
    drop_patterns,
    split_mixed_enums,
    gather_compositions,
    open_objects,
    drop_trapping_defaults,
    split_type_lists,
    move_nulls_to_references,
    # Names, then classes under these names, then the parts that they were lifted from.
    unique_names,
    derive_operation_ids,
    lift_inline_schemas,
    drop_titles,
    place_shared_parts,
    resolve_aliases,
    put_json_first,
    drop_unused,
    stand_in_for_methods,
)


def normalize(tree: Tree) -> Tree:
    """Apply every rule in order; the given tree is left alone."""
    for rule in RULES:
        tree = rule(tree)
    return tree
