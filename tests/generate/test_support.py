"""What no client can be made of is refused; what it works without is a warning."""

from __future__ import annotations

from typing import Any

import pytest
from tests.document.openapi.test_version_32 import MISFITS

from specmend.document.openapi.version_32 import Matter
from specmend.errors import ActionFailed, RepositoryError
from specmend.generate.source import Source
from specmend.generate.support import check_support, support_warnings
from specmend.steps.edits import downgrade_to_31

S: dict[str, Any] = {"type": "string"}


def document(operation: Any, version: str = "3.2.0", **more: Any) -> Any:
    return {"openapi": version, "paths": {"/a": {"get": operation}}, **more}


def answered(media_type: str, media: Any) -> Any:
    return {"responses": {"200": {"content": {media_type: media}}}}


def asked(media_type: str, media: Any) -> Any:
    return {"requestBody": {"content": {media_type: media}}}


FINE = [
    pytest.param(document({}), id="nothing new"),
    pytest.param(
        {"openapi": "3.2.0", "paths": {"/a": {"query": {}, "additionalOperations": {"LINK": {}}}}},
        id="any method",
    ),
    pytest.param(document(answered("application/jsonl", {"itemSchema": S})), id="a stream"),
    pytest.param(document(answered("application/json-seq", {"itemSchema": S})), id="a sequence"),
    pytest.param(
        document(asked("application/jsonl", {"itemSchema": S})), id="records in a request"
    ),
    pytest.param(
        document(answered("application/jsonl", {"itemSchema": S, "schema": {}})),
        id="a stream with both schemas",
    ),
    pytest.param(
        document(answered("a/b", {"itemSchema": S, "x-stream": {"framing": "ndjson"}})),
        id="a stream whose framing is given",
    ),
    pytest.param(
        document(
            answered("a/b", {"$ref": "#/components/mediaTypes/M"}), components={"mediaTypes": {}}
        ),
        id="a shared media type",
    ),
    pytest.param(
        document({"parameters": [{"in": "cookie", "style": "cookie"}, {"in": "querystring"}]}),
        id="parameters of 3.2",
    ),
    pytest.param(
        {"openapi": "3.1.0", "tags": [{"name": "a", "kind": "nav"}]}, id="no document of 3.2"
    ),
]


@pytest.mark.parametrize("tree", FINE)
def test_what_a_client_does_is_said_by_nobody(tree: Any) -> None:
    check_support(Source(tree=tree))
    assert support_warnings(Source(tree=tree)) == ()


WARNINGS = [
    pytest.param(
        document(answered("multipart/mixed", {"itemSchema": S})),
        "the client reads multipart/mixed as a whole, for it is not known how its records "
        "are separated",
        id="records of an unknown framing",
    ),
    pytest.param(
        document(asked("text/event-stream", {"itemSchema": S})),
        "the client sends text/event-stream as the octets that it is given",
        id="events in a request",
    ),
    pytest.param(
        document({}, tags=[{"name": "a", "parent": "b"}]),
        "the client does not heed parent, which is new in OpenAPI 3.2",
        id="the parent of a tag",
    ),
]


@pytest.mark.parametrize(("tree", "words"), WARNINGS)
def test_what_a_client_works_without_is_a_warning(tree: Any, words: str) -> None:
    (warning,) = support_warnings(Source(tree=tree))
    assert warning.endswith(words)
    assert warning.startswith("$.")


def test_what_a_client_does_of_it_is_no_warning() -> None:
    flows = {"deviceAuthorization": {"tokenUrl": "https://a.test", "scopes": {}}}
    scheme = {"type": "oauth2", "flows": flows, "deprecated": True, "oauth2MetadataUrl": "/x"}
    tree = document({}, servers=[{"url": "/", "name": "n"}])
    assert support_warnings(Source(tree={**tree, **of_schemes(s=scheme)})) == ()


def of_schemes(**schemes: Any) -> dict[str, Any]:
    return {"components": {"securitySchemes": schemes}}


def test_several_places_of_one_field_are_one_warning() -> None:
    tree = document({}, tags=[{"name": name, "kind": "nav"} for name in "abc"])
    (warning,) = support_warnings(Source(tree=tree))
    assert warning.startswith(
        "$.tags[0].kind (and at 2 more places): the client does not heed kind"
    )


REFUSED = [
    pytest.param(
        {"openapi": "3.2.0", "paths": {"/a": {"additionalOperations": {"Link": {}}}}},
        ["Link /a cannot be generated"],
        id="a method that is not sent as it is",
    ),
    pytest.param(
        document(asked("multipart/mixed", {"schema": S, "encoding": {"a": {"itemEncoding": {}}}})),
        ["itemEncoding: no client can be generated for this"],
        id="parts inside of a part",
    ),
    pytest.param(
        document(answered("multipart/mixed", {"itemSchema": S, "itemEncoding": {}})),
        ["itemEncoding: no client can be generated for this"],
        id="parts of an answer with an encoding",
    ),
    pytest.param(
        {"openapi": "3.1.0", "paths": {"/a": {"$ref": "x.yaml"}, "/b": {"$ref": "#/no"}}},
        [
            "a path item is a reference that leads to another document",
            "a path item is a reference that leads nowhere",
        ],
        id="path items that are not here",
    ),
]


@pytest.mark.parametrize(("tree", "messages"), REFUSED)
def test_what_a_client_cannot_do_is_refused_all_at_once(tree: Any, messages: list[str]) -> None:
    with pytest.raises(RepositoryError) as caught:
        check_support(Source(tree=tree))
    assert [problem.message for problem in caught.value.problems] == messages
    assert all(problem.advice for problem in caught.value.problems)


def test_generation_is_as_strict_as_the_named_edit() -> None:
    """What `downgrade-to-3.1` refuses, generation refuses, reports, or does."""
    for row in MISFITS:
        values: Any = row.values
        tree, misfits = {"openapi": "3.2.0", **values[0]}, values[1]
        assert is_refused_by_the_edit(tree) == bool(misfits), row.id
        matters = {matter for place, matter in misfits if not place.startswith("defaultMapping")}
        assert generation_says(tree) == {SAID[matter] for matter in matters if matter in SAID}, (
            row.id
        )


SAID = {Matter.WIRE: "refused", Matter.REMARK: "a warning"}
"""What generation says of a misfit; of all others nothing, since the client has them.

So it has the `defaultMapping` of a discriminator.
"""


def is_refused_by_the_edit(tree: Any) -> bool:
    try:
        downgrade_to_31.EDIT.apply(tree, ((),), {})
    except ActionFailed:
        return True
    return False


def generation_says(tree: Any) -> set[str]:
    try:
        check_support(Source(tree=tree))
    except RepositoryError:
        return {"refused"}
    return {"a warning" for _ in support_warnings(Source(tree=tree))}
