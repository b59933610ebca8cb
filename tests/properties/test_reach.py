"""Laws of reach: a place belongs to what expands to it, and dropping that leaves nothing of it."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from specmend.document.openapi.operation_names import OperationName, named_operations, path_items
from specmend.document.openapi.reach import Reaching
from specmend.document.openapi.references import locate, references, resolve
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, get
from specmend.steps.edits import drop_operations
from specmend.steps.leave_out import leave_out

law = settings(deadline=None, max_examples=100)

NAMES = ["A", "B", "C", "D"]
PATHS = ["/a", "/b", "/c"]
CODE = "/responses/200"
SCHEMAS = [f"#/components/schemas/{name}" for name in NAMES]
RESPONSES = ["#/components/responses/R", *(f"#/paths/~1{path[1:]}/get{CODE}" for path in PATHS)]
ITEMS = ["#/components/pathItems/P", *(f"#/paths/~1{path[1:]}" for path in PATHS)]


def refer(places: list[str]) -> st.SearchStrategy[Any]:
    return st.builds(lambda place: {"$ref": place}, st.sampled_from(places))


schemas = st.one_of(
    st.just({"type": "string"}),
    refer(SCHEMAS),
    st.builds(lambda inner: {"items": inner}, refer(SCHEMAS)),
    st.builds(lambda a, b: {"properties": {"a": a, "b": b}}, refer(SCHEMAS), refer(SCHEMAS)),
)
responses = st.builds(lambda schema: {"content": {"a/b": {"schema": schema}}}, schemas)
operations = st.builds(
    lambda response, security: {"responses": {"200": response}, **security},
    st.one_of(responses, refer(RESPONSES)),
    st.sampled_from([{}, {"security": []}, {"security": [{"key": []}]}]),
)
items = st.one_of(
    st.fixed_dictionaries(
        {"get": operations},
        optional={
            "query": operations,
            "parameters": st.lists(st.builds(lambda s: {"schema": s}, schemas), max_size=1),
        },
    ),
    refer(ITEMS),
)
documents = st.builds(
    lambda paths, named, response, item: {
        "openapi": "3.2.0",
        "paths": {**paths, "/fine": {"put": {"security": []}}},
        "components": {
            "schemas": named,
            "responses": {"R": response},
            "pathItems": {"P": item},
            "securitySchemes": {"key": {}},
        },
    },
    st.fixed_dictionaries(dict.fromkeys(PATHS, items)),
    st.fixed_dictionaries(dict.fromkeys(NAMES, schemas)),
    responses,
    st.fixed_dictionaries({"get": operations}),
)
FAULTS: list[Address] = [
    *(("components", "schemas", name) for name in NAMES),
    ("components", "responses", "R"),
    ("components", "securitySchemes", "key"),
    *(("paths", path, "get") for path in PATHS),
    *(("paths", path, "parameters") for path in PATHS),
]


def expanded(tree: Any, name: OperationName) -> set[Address]:
    """Every place that an operation is made of, found by following its references one by one."""
    chain = path_items(tree)[name.path]
    places = named_operations(tree)[name]
    todo = [places[0], *((*item, "parameters") for item in chain)]
    for requirement in get(tree, places[0]).get("security", []):
        todo += [("components", "securitySchemes", scheme) for scheme in requirement]
    seen: set[Address] = set()
    while todo:
        place = todo.pop()
        if place in seen or get(tree, place) is MISSING:
            continue
        seen.add(place)
        for _, reference in references(get(tree, place)):
            target = locate(tree, reference)
            todo += [] if target is None else [target]
    return seen


def is_made_of(tree: Any, name: OperationName, fault: Address) -> bool:
    places = expanded(tree, name)
    return any(fault[: len(place)] == place for place in places)


@law
@given(documents, st.sampled_from(FAULTS))
def test_a_place_belongs_to_the_operations_that_expand_to_it(tree: Any, fault: Address) -> None:
    assume(get(tree, fault) is not MISSING)
    reached = Reaching(tree).of(fault).operations
    whole = {name.path for name in reached if not name.method}
    for name in named_operations(tree):
        is_reached = name in reached or name.path in whole
        assert is_reached == is_made_of(tree, name, fault)


@law
@given(documents, st.lists(st.sampled_from(FAULTS), min_size=1, max_size=3))
def test_after_the_step_no_operation_is_made_of_the_fault(tree: Any, faults: list[Address]) -> None:
    present = [fault for fault in faults if get(tree, fault) is not MISSING]
    names = Reaching(tree).tainted_operations(present)
    assume(names)
    fields = {key: value for key, value in leave_out(tree, names).items() if key != "name"}
    left = drop_operations.EDIT.apply(tree, ((),), fields).tree
    kept = set(named_operations(left))
    gone = {name for name in named_operations(tree) if name not in kept}
    paths = {name.path for name in names if not name.method}
    assert gone == {name for name in named_operations(tree) if name in names or name.path in paths}
    for fault in present:
        assert not any(is_made_of(left, name, fault) for name in kept)
    assert all(
        resolve(left, reference) is not MISSING
        for _, reference in references(left)
        if resolve(tree, reference) is not MISSING
    )
