"""Keys with rules of their own are renamed for the JSON Schemas, and known by their old names."""

from __future__ import annotations

from tests.validate.rules.documents import document

from specmend.document.tree.values import get
from specmend.validate.rules.prepared import prepare

ANSWER = {"description": "d"}


def test_a_document_of_the_standard_stays_the_same_object() -> None:
    tree = document()
    assert prepare(tree).tree is tree
    assert prepare(tree).renamed == {}


def test_keys_become_those_of_the_standard_and_addresses_lead_back() -> None:
    responses = {"4xx": ANSWER, "2000": ANSWER, "4XX": ANSWER, "Default": ANSWER, "x-a": 1}
    item = {"get": {"responses": responses}}
    tree = document(components={"pathItems": {"Ä ö": item, "A_o": {}}, "x-ä": {"ü": 1}})
    prepared = prepare(tree)
    items = prepared.tree["components"]["pathItems"]
    assert list(items) == ["A_o_", "A_o"]
    assert list(items["A_o_"]["get"]["responses"]) == ["599", "598", "4XX", "default", "x-a"]
    place = ("components", "pathItems", "A_o_", "get", "responses", "598", "description")
    old = ("components", "pathItems", "Ä ö", "get", "responses", "2000", "description")
    assert prepared.origin(place) == old
    assert get(tree, old) == get(prepared.tree, place) == "d"
    assert prepared.origin(("paths", "/a", "get")) == ("paths", "/a", "get")
