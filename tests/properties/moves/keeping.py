"""What upstream may do that keeps a fault alive in another place or spelling."""

from __future__ import annotations

from collections.abc import Callable

from tests.properties.moves.into_schemas import (
    all_keywords_into_branch,
    another_branch,
    extracted,
    inlined,
    into_items,
    into_map,
    keyword_into_branch,
    local_definition,
    nullable_branch,
    one_branch,
)
from tests.properties.moves.other_names import (
    other_media,
    other_status,
    prefixed,
    renamed_component,
    renamed_parameter,
    renamed_path,
    renamed_property,
    renamed_required,
)
from tests.properties.moves.other_places import (
    into_base,
    parameter_from_component,
    parameter_to_operation,
    parameter_to_path,
    schema_to_content,
    to_component,
)
from tests.properties.moves.other_spellings import (
    const_for_enum,
    examples_for_example,
    null_type,
    raised,
)
from tests.properties.moves.world import World

Move = Callable[[World], bool]


KEEPING: tuple[Move, ...] = (
    nullable_branch,
    one_branch,
    another_branch,
    into_items,
    into_map,
    keyword_into_branch,
    keyword_into_branch,
    all_keywords_into_branch,
    extracted,
    extracted,
    local_definition,
    inlined,
    renamed_component,
    renamed_property,
    renamed_required,
    renamed_parameter,
    renamed_path,
    prefixed,
    into_base,
    parameter_to_path,
    parameter_to_operation,
    to_component("parameter", "parameters"),
    to_component("response", "responses"),
    to_component("header", "headers"),
    to_component("body", "requestBodies"),
    parameter_from_component,
    schema_to_content,
    other_media,
    other_status,
    null_type,
    const_for_enum,
    examples_for_example,
    raised,
)
