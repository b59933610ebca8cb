"""An example of each named edit: a target, and what stands under `x-edit` beside the name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """How an action with a named edit may look."""

    target: str = "$"
    parameters: Mapping[str, Any] = field(default_factory=dict)


_PET: Final = "$.components.schemas.Pet"

EXAMPLES: Final[Mapping[str, Example]] = {
    "move-path-prefix": Example(parameters={"prefix": "/v1", "except": ["/health"]}),
    "set-value": Example(
        target="$..[?@.format == 'date-time'].format", parameters={"value": "datetime"}
    ),
    "remove-where": Example(target=f"{_PET}.properties.secret"),
    "rename-schema": Example(parameters={"names": {"pet_v2": "Pet"}}),
    "rename-property": Example(target=_PET, parameters={"from": "nick", "to": "nickname"}),
    "rename-parameter": Example(
        target="$.paths['/pets/{id}']", parameters={"from": "id", "to": "petId", "in": "path"}
    ),
    "rename-operation": Example(parameters={"names": {"pets_list_v1": "listPets"}}),
    "rename-tag": Example(parameters={"names": {"pets_controller": "pets"}}),
    "rename-path": Example(parameters={"names": {"/pet/{petid}": "/pets/{petId}"}}),
    "rename-key": Example(target="$.components.headers.x_total", parameters={"to": "X-Total"}),
    "rename-extension": Example(parameters={"from": "x-nullable", "to": "x-can-be-null"}),
    "change-members": Example(
        target=f"{_PET}.required", parameters={"add": ["name"], "remove": ["nick"]}
    ),
    "change-type": Example(
        target=f"{_PET}.properties.id", parameters={"type": "integer", "format": "int64"}
    ),
    "set-default": Example(target=f"{_PET}.properties.legs", parameters={"value": 4}),
    "drop-default": Example(target=f"{_PET}.properties.legs"),
    "make-nullable": Example(target=f"{_PET}.properties.owner"),
    "extract-schema": Example(target=f"{_PET}.properties.owner", parameters={"as": "Owner"}),
    "inline-schema": Example(target=f"{_PET}.properties.owner", parameters={"remove": True}),
    "merge-schemas": Example(parameters={"names": ["Pet2", "Pet3"], "into": "Pet"}),
    "recompose-allof": Example(target=_PET, parameters={"drop": ["#/components/schemas/Base"]}),
    "retarget-references": Example(
        parameters={"from": "#/components/schemas/Pet2", "to": "#/components/schemas/Pet"}
    ),
    "add-path-parameter": Example(
        target="$.paths['/pets/{petId}']", parameters={"schema": {"type": "integer"}}
    ),
    "keep-operations": Example(parameters={"tags": ["pets"]}),
    "drop-operations": Example(parameters={"paths": ["/internal/*"]}),
    "upgrade-to-3.1": Example(),
    "downgrade-to-3.0": Example(),
    "downgrade-to-3.1": Example(),
}
"""By the names of the edits, in the order of table.py."""
