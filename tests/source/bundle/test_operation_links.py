"""Links by `operationRef`: to the root, to a path item of another file, and to nothing of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.source.bundle.files import root, take

OK = {"description": "Fine."}
OWN = {"operationRef": "#/paths/~1a/get"}
FAR = {"operationRef": "https://example.com/api.yaml#/paths/~1a/get"}


@pytest.mark.parametrize(
    ("link", "meant", "remarks"),
    [
        (OWN, OWN, 0),
        (FAR, FAR, 0),
        ({"operationRef": "root.yaml#/paths/~1a/get"}, OWN, 0),
        ({"operationRef": "b.yaml#/get"}, {"operationRef": "#/paths/~1b/get"}, 0),
        ({"operationRef": "other.yaml#/get"}, {"operationRef": "other.yaml#/get"}, 1),
    ],
)
def test_a_link_leads_to_its_operation_where_that_is(
    tmp_path: Path, link: dict[str, Any], meant: dict[str, Any], remarks: int
) -> None:
    response = {**OK, "links": {"next": link}}
    item = {"get": {"responses": {"200": OK}}}
    paths = {"/a": {"get": {"responses": {"200": response}}}, "/b": {"$ref": "b.yaml"}}
    made = take(tmp_path, {"root.yaml": root(paths=paths), "b.yaml": item, "other.yaml": item})
    got = made.document.tree["paths"]["/a"]["get"]["responses"]["200"]["links"]["next"]
    assert (got, len(made.remarks)) == (meant, remarks)
