"""One document of many files, by tables: the places of references, and the ways that they lead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.source.bundle.files import bundled, faults, root, take

from specmend.document.openapi.references import locate, references
from specmend.document.tree.values import get

OK = {"description": "Fine."}
PET = {"type": "object", "properties": {"name": {"type": "string"}}}
LIMIT = {"name": "limit", "in": "query", "schema": {"type": "integer"}}


def operation(**parts: Any) -> dict[str, Any]:
    return {"operationId": "listPets", "responses": {"204": OK}, **parts}


def at_pets(item: Any) -> dict[str, Any]:
    return {"paths": {"/pets": item}}


def answering(response: Any) -> dict[str, Any]:
    return at_pets({"get": operation(responses={"200": response})})


def with_schema(schema: Any) -> dict[str, Any]:
    return answering({**OK, "content": {"application/json": {"schema": schema}}})


def with_callback(callback: Any) -> dict[str, Any]:
    return at_pets({"get": operation(callbacks={"onPet": callback})})


REF = {"$ref": "parts/thing.yaml"}
CONTENT = ("content", "application/json")
OPERATION = ("paths", "/pets", "get")
ANSWER = (*OPERATION, "responses", "200")

# What stands where, what the file holds, and where it is in the end: in a section, or in its place.
PLACES: list[tuple[dict[str, Any], Any, tuple[str | int, ...], str]] = [
    (with_schema(REF), PET, (*ANSWER, *CONTENT, "schema"), "schemas"),
    (
        with_schema({"type": "array", "items": REF}),
        PET,
        (*ANSWER, *CONTENT, "schema", "items"),
        "schemas",
    ),
    (with_schema({"allOf": [REF]}), PET, (*ANSWER, *CONTENT, "schema", "allOf", 0), "schemas"),
    (at_pets({"parameters": [REF]}), LIMIT, ("paths", "/pets", "parameters", 0), "parameters"),
    (
        at_pets({"get": operation(parameters=[REF])}),
        LIMIT,
        (*OPERATION, "parameters", 0),
        "parameters",
    ),
    (answering(REF), OK, ANSWER, "responses"),
    (
        at_pets({"get": operation(requestBody=REF)}),
        {"content": {"text/plain": {}}},
        (*OPERATION, "requestBody"),
        "requestBodies",
    ),
    (
        answering({**OK, "headers": {"X-Rate": REF}}),
        {"schema": {"type": "integer"}},
        (*ANSWER, "headers", "X-Rate"),
        "headers",
    ),
    (
        answering({**OK, "links": {"next": REF}}),
        {"operationId": "listPets"},
        (*ANSWER, "links", "next"),
        "links",
    ),
    (
        answering({**OK, "content": {"application/json": {"examples": {"a": REF}}}}),
        {"value": {"$ref": "data.yaml"}},
        (*ANSWER, *CONTENT, "examples", "a"),
        "examples",
    ),
    (
        with_callback(REF),
        {"{$request.body#/url}": {"post": operation(operationId="tell")}},
        (*OPERATION, "callbacks", "onPet"),
        "callbacks",
    ),
    (at_pets(REF), {"get": operation()}, ("paths", "/pets"), ""),
    (at_pets({"get": REF}), operation(), OPERATION, ""),
    ({"paths": REF}, {"/pets": {"get": operation()}}, ("paths",), ""),
    ({"info": REF}, {"title": "Pets", "version": "2"}, ("info",), ""),
    (
        with_callback({"{$request.body#/url}": REF}),
        {"post": operation(operationId="tell")},
        (*OPERATION, "callbacks", "onPet", "{$request.body#/url}"),
        "",
    ),
    (
        answering({**OK, "content": {"application/json": {"examples": REF}}}),
        {"a": {"value": 1}},
        (*ANSWER, *CONTENT, "examples"),
        "",
    ),
    (answering({**OK, "content": REF}), {"text/plain": {}}, (*ANSWER, "content"), ""),
    (answering({**OK, "headers": REF}), {"X-A": {"schema": {}}}, (*ANSWER, "headers"), ""),
    (at_pets({"get": operation(parameters=REF)}), [LIMIT], (*OPERATION, "parameters"), ""),
    (at_pets({"get": operation(responses=REF)}), {"200": OK}, (*OPERATION, "responses"), ""),
    ({"components": REF}, {"schemas": {"Pet": PET}}, ("components",), ""),
    ({"components": {"schemas": REF}}, {"Pet": PET}, ("components", "schemas"), ""),
    ({"components": {"responses": REF}}, {"Fine": OK}, ("components", "responses"), ""),
    ({"components": {"schemas": {"Pet": REF}}}, PET, ("components", "schemas", "Pet"), ""),
    (
        {"components": {"securitySchemes": {"key": REF}}},
        {"type": "http", "scheme": "basic"},
        ("components", "securitySchemes", "key"),
        "",
    ),
    (
        {"tags": [{"name": "pets", "description": REF}]},
        "All about pets.",
        ("tags", 0, "description"),
        "",
    ),
]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
@pytest.mark.parametrize("ending", ["yaml", "json"])
@pytest.mark.parametrize("place", range(len(PLACES)))
def test_what_a_reference_leads_to_is_a_component_or_stands_in_its_place(
    tmp_path: Path, version: str, ending: str, place: int
) -> None:
    parts, content, address, section = PLACES[place]
    if isinstance(content, str):
        content = f'"{content}"'
    tree = bundled(
        tmp_path, {f"root.{ending}": root(version, **parts), "parts/thing.yaml": content}
    )
    content = content.strip('"') if isinstance(content, str) else content
    if section:
        assert get(tree, address) == {"$ref": f"#/components/{section}/thing"}
        assert get(tree, ("components", section, "thing")) == content
    else:
        assert get(tree, address) == content
        assert "thing" not in str(tree)


def test_a_webhook_stands_in_its_place(tmp_path: Path) -> None:
    files = {"root.yaml": root(webhooks={"new": REF}), "parts/thing.yaml": {"post": operation()}}
    assert bundled(tmp_path, files)["webhooks"] == {"new": {"post": operation()}}


# The reference in the root, the other files, and the components that come of it.
WAYS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("Pet.yaml", {"Pet.yaml": PET}, {"Pet": PET}),
    ("./Pet.json", {"Pet.json": PET}, {"Pet": PET}),
    ("schemas/a/Pet.yml", {"schemas/a/Pet.yml": PET}, {"Pet": PET}),
    ("all.yaml#/Pet", {"all.yaml": {"Pet": PET}}, {"Pet": PET}),
    ("all.yaml#/definitions/Pet", {"all.yaml": {"definitions": {"Pet": PET}}}, {"Pet": PET}),
    ("schemas/pet/index.yaml", {"schemas/pet/index.yaml": PET}, {"pet": PET}),
    ("a%20b.yaml", {"a b.yaml": PET}, {"a_b": PET}),
    ("a b.yaml", {"a b.yaml": PET}, {"a_b": PET}),
    ("Größe.yaml", {"Größe.yaml": PET}, {"Groe": PET}),
    ("猫.yaml", {"猫.yaml": PET}, {"schema": PET}),
    ("all.yaml#/a~1b", {"all.yaml": {"a/b": PET}}, {"a_b": PET}),
    ("all.yaml#/%7Ba%7D", {"all.yaml": {"{a}": PET}}, {"a": PET}),
    ("Pet.yaml#pet", {"Pet.yaml": {"$defs": {"x": {"$anchor": "pet", **PET}}}}, {"x": PET}),
    (
        "Pet.yaml#/properties/name",
        {"Pet.yaml": PET},
        {"Pet_name": {"type": "string"}},
    ),
    (
        "all.yaml#/oneOf/0",
        {"all.yaml": {"oneOf": [PET]}},
        {"all_oneOf_0": PET},
    ),
    (
        "index.yaml#/Pet",
        {"index.yaml": {"Pet": {"$ref": "models/pet-v1.yaml"}}, "models/pet-v1.yaml": PET},
        {"Pet": PET},
    ),
    (
        "a/Pet.yaml",
        {
            "a/Pet.yaml": {"items": {"$ref": "../b/Tag.yaml"}},
            "b/Tag.yaml": {"items": {"$ref": "./Color.yaml#/Color"}},
            "b/Color.yaml": {"Color": {"type": "string"}},
        },
        {
            "Color": {"type": "string"},
            "Pet": {"items": {"$ref": "#/components/schemas/Tag"}},
            "Tag": {"items": {"$ref": "#/components/schemas/Color"}},
        },
    ),
    (
        "Pet.yaml",
        {"Pet.yaml": {"items": {"$ref": "#"}, "not": {"$ref": "Pet.yaml#"}}},
        {
            "Pet": {
                "items": {"$ref": "#/components/schemas/Pet"},
                "not": {"$ref": "#/components/schemas/Pet"},
            }
        },
    ),
    (
        "A.yaml",
        {"A.yaml": {"items": {"$ref": "B.yaml"}}, "B.yaml": {"items": {"$ref": "A.yaml"}}},
        {
            "A": {"items": {"$ref": "#/components/schemas/B"}},
            "B": {"items": {"$ref": "#/components/schemas/A"}},
        },
    ),
    (
        "Pet.yaml",
        {"Pet.yaml": {"$ref": "#/definitions/Cat", "definitions": {"Cat": PET}}},
        {"Cat": PET, "Pet": {"$ref": "#/components/schemas/Cat"}},
    ),
    (
        "all.yaml#/Pets/items",
        {"all.yaml": {"Pets": {"$ref": "Pets.yaml"}}, "Pets.yaml": {"items": PET}},
        {"Pets_items": PET},
    ),
    (
        "Pet.yaml",
        {"Pet.yaml": {"$schema": "http://x", "$id": "http://x/y", **PET}},
        {"Pet": PET},
    ),
    ("Any.yaml", {"Any.yaml": "true"}, {"Any": True}),
]


@pytest.mark.parametrize("way", range(len(WAYS)))
def test_a_reference_is_followed_and_what_it_leads_to_has_a_readable_name(
    tmp_path: Path, way: int
) -> None:
    reference, files, components = WAYS[way]
    tree = bundled(tmp_path, {"root.yaml": root(**with_schema({"$ref": reference})), **files})
    assert tree["components"] == {"schemas": components}
    assert all(locate(tree, text) is not None for _, text in references(tree))


def test_one_target_is_one_component(tmp_path: Path) -> None:
    schema = {"oneOf": [{"$ref": "Pet.yaml"}, {"$ref": "./Pet.yaml#"}, {"$ref": "a/../Pet.yaml"}]}
    tree = bundled(tmp_path, {"root.yaml": root(**with_schema(schema)), "Pet.yaml": PET})
    assert (
        get(tree, (*ANSWER, *CONTENT, "schema", "oneOf"))
        == [{"$ref": "#/components/schemas/Pet"}] * 3
    )
    assert list(tree["components"]["schemas"]) == ["Pet"]


def test_two_targets_of_one_name_are_told_apart(tmp_path: Path) -> None:
    schema = {"oneOf": [{"$ref": "cats/Pet.yaml"}, {"$ref": "dogs/pet.yaml"}, {"$ref": "A.yaml"}]}
    files = {"cats/Pet.yaml": PET, "dogs/pet.yaml": PET, "A.yaml": PET}
    parts = {**with_schema(schema), "components": {"schemas": {"A": {}}}}
    tree = bundled(tmp_path, {"root.yaml": root(**parts), **files})
    assert list(tree["components"]["schemas"]) == ["A", "A_2", "cats_Pet", "dogs_pet"]


def test_a_component_that_is_a_reference_keeps_its_name_and_all_refer_to_it(
    tmp_path: Path,
) -> None:
    schemas = {"Hound": {"$ref": "Dog.yaml"}, "Dog": {"$ref": "Dog.yaml"}}
    parts = {**with_schema({"$ref": "Dog.yaml"}), "components": {"schemas": schemas}}
    tree = bundled(tmp_path, {"root.yaml": root(**parts), "Dog.yaml": {"items": {"$ref": "#"}}})
    hound = {"$ref": "#/components/schemas/Hound"}
    assert tree["components"]["schemas"] == {"Hound": {"items": hound}, "Dog": hound}
    assert get(tree, (*ANSWER, *CONTENT, "schema")) == hound


def test_a_table_of_components_gives_them_their_names(tmp_path: Path) -> None:
    table = {"Pet": {"$ref": "pet.yaml"}, "Tag": {"items": {"$ref": "#/Pet"}}}
    parts = {
        **with_schema({"$ref": "schemas/index.yaml#/Tag"}),
        "components": {"schemas": {"$ref": "schemas/index.yaml", "Own": {}}},
    }
    files = {"root.yaml": root(**parts), "schemas/index.yaml": table, "schemas/pet.yaml": PET}
    tree = bundled(tmp_path, files)
    assert tree["components"]["schemas"] == {
        "Pet": PET,
        "Tag": {"items": {"$ref": "#/components/schemas/Pet"}},
        "Own": {},
    }
    assert get(tree, (*ANSWER, *CONTENT, "schema")) == {"$ref": "#/components/schemas/Tag"}


@pytest.mark.parametrize(
    ("reference", "meant"),
    [
        ("../root.yaml#/components/schemas/Pet", "#/components/schemas/Pet"),
        ("../root.yaml#/components/schemas/Cat", "#/components/schemas/Cat"),
        ("../root.yaml#/components/schemas/Pet/properties/name", "#/components/schemas/Pet_name"),
    ],
)
def test_what_refers_back_to_the_root_refers_inside(
    tmp_path: Path, reference: str, meant: str
) -> None:
    schemas = {"Cat": PET, "Pet": {"$ref": "a/Pet.yaml"}}
    parts = {**with_schema({"$ref": "a/List.yaml"}), "components": {"schemas": schemas}}
    files = {"a/List.yaml": {"items": {"$ref": reference}}, "a/Pet.yaml": PET}
    tree = bundled(tmp_path, {"root.yaml": root(**parts), **files})
    assert get(tree, ("components", "schemas", "List")) == {"items": {"$ref": meant}}
    assert locate(tree, meant) is not None


def test_a_path_item_that_is_used_twice_stands_once(tmp_path: Path) -> None:
    item = {"get": operation(callbacks={"on": {"{$url}": {"$ref": "item.yaml"}}})}
    paths = {"/a": {"$ref": "item.yaml"}, "/b": {"$ref": "item.yaml"}}
    tree = bundled(tmp_path, {"root.yaml": root(paths=paths), "item.yaml": item})
    assert tree["paths"]["/b"] == {"$ref": "#/paths/~1a"}
    assert get(tree, ("paths", "/a", "get", "callbacks", "on", "{$url}")) == tree["paths"]["/b"]


def test_what_stands_beside_the_reference_of_a_path_item_stays_beside_it(tmp_path: Path) -> None:
    item = {"get": operation(), "summary": "theirs"}
    paths = {"/a": {"$ref": "item.yaml", "summary": "ours", "servers": [{"url": "/v1"}]}}
    made = take(tmp_path, {"root.yaml": root(paths=paths), "item.yaml": item})
    expected = {"get": operation(), "summary": "ours", "servers": [{"url": "/v1"}]}
    assert made.document.tree["paths"]["/a"] == expected
    (remark,) = made.remarks
    assert "summary stands beside this reference and in item.yaml" in remark.message
    assert remark.location.startswith("root.yaml:")


def test_what_stands_beside_the_reference_of_a_schema_stays(tmp_path: Path) -> None:
    schema = {"$ref": "Pet.yaml", "description": "A pet.", "not": {"$ref": "Pet.yaml"}}
    tree = bundled(tmp_path, {"root.yaml": root(**with_schema(schema)), "Pet.yaml": PET})
    pet = "#/components/schemas/Pet"
    assert get(tree, (*ANSWER, *CONTENT, "schema")) == {**schema, "$ref": pet, "not": {"$ref": pet}}


def test_data_that_looks_like_a_reference_stays_data(tmp_path: Path) -> None:
    schema = {
        "$ref": "Pet.yaml",
        "default": {"$ref": "a.yaml"},
        "example": {"$ref": "b.yaml"},
        "x-more": {"$ref": "c.yaml"},
    }
    tree = bundled(tmp_path, {"root.yaml": root(**with_schema(schema)), "Pet.yaml": PET})
    expected = {**schema, "$ref": "#/components/schemas/Pet"}
    assert get(tree, (*ANSWER, *CONTENT, "schema")) == expected


def test_the_mapping_of_a_discriminator_leads_inside(tmp_path: Path) -> None:
    mapping = {"dog": "Dog.yaml", "cat": "./cats/Cat.yaml", "old": "Old"}
    schema = {
        "oneOf": [{"$ref": "Dog.yaml"}],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    files = {"Pet.yaml": schema, "Dog.yaml": PET, "cats/Cat.yaml": PET}
    tree = bundled(tmp_path, {"root.yaml": root(**with_schema({"$ref": "Pet.yaml"})), **files})
    assert get(tree, ("components", "schemas", "Pet", "discriminator", "mapping")) == {
        "dog": "#/components/schemas/Dog",
        "cat": "#/components/schemas/Cat",
        "old": "Old",
    }


def test_a_link_by_operation_reference_leads_inside(tmp_path: Path) -> None:
    link = {"operationRef": "../root.yaml#/paths/~1pets/get"}
    item = {"get": operation(responses={"200": {**OK, "links": {"next": link}}})}
    tree = bundled(tmp_path, {"root.yaml": root(**at_pets({"$ref": "a/p.yaml"})), "a/p.yaml": item})
    next_link = get(tree, (*ANSWER, "links", "next"))
    assert next_link == {"operationRef": "#/paths/~1pets/get"}


def test_markdown_is_text(tmp_path: Path) -> None:
    info = {"title": "P", "version": "1", "description": {"$ref": "intro.md"}}
    tree = bundled(tmp_path, {"root.yaml": root(info=info), "intro.md": "# Pets\n\nAll of them.\n"})
    assert tree["info"]["description"] == "# Pets\n\nAll of them.\n"


def test_a_reference_by_a_name_that_the_document_has_is_not_followed(tmp_path: Path) -> None:
    uri = "https://example.com/schemas/pet.json"
    schemas = {"Pet": {"$id": uri, **PET}, "Pets": {"items": {"$ref": uri}}}
    files = {"root.yaml": root(components={"schemas": schemas})}
    assert take(tmp_path, files).made_by == ()


def test_what_lies_beside_the_address_of_the_document_lies_beside_it(tmp_path: Path) -> None:
    schema = {"$ref": "https://example.com/api/schemas/Pet.yaml"}
    parts = {"$self": "https://example.com/api/openapi.yaml", **with_schema(schema)}
    files = {"root.yaml": root("3.2.0", **parts), "schemas/Pet.yaml": PET}
    assert bundled(tmp_path, files)["components"]["schemas"] == {"Pet": PET}


def test_a_document_of_swagger_keeps_its_own_sections(tmp_path: Path) -> None:
    swagger = {
        "swagger": "2.0",
        "info": {"title": "P", "version": "1"},
        "paths": {
            "/pets": {
                "get": {
                    "parameters": [{"$ref": "parameters.json#/limit"}],
                    "responses": {
                        "200": {"description": "", "schema": {"$ref": "Pet.json"}},
                        "default": {"$ref": "Error.json"},
                    },
                }
            }
        },
        "definitions": {"Own": {}},
    }
    files = {"parameters.json": {"limit": LIMIT}, "Pet.json": PET, "Error.json": OK}
    made = take(tmp_path, {"root.json": swagger, **files})
    assert made.original is not None
    tree = made.original.tree
    assert tree["definitions"] == {"Own": {}, "Pet": PET}
    assert (tree["parameters"], tree["responses"]) == ({"limit": LIMIT}, {"Error": OK})


def test_faults_come_together_each_with_its_place(tmp_path: Path) -> None:
    schema = {
        "oneOf": [
            {"$ref": "none.yaml"},
            {"$ref": "none.yaml#/a"},
            {"$ref": "Pet.yaml#/nothing"},
            {"$ref": "Pet.yaml"},
            {"$ref": "a.yaml"},
            {"$ref": "text.yaml"},
        ]
    }
    files = {
        "Pet.yaml": {"items": {"$ref": "gone.yaml"}},
        "a.yaml": {"$ref": "b.yaml"},
        "b.yaml": {"$ref": "a.yaml"},
        "text.yaml": "'only words'",
    }
    found = faults(tmp_path, {"root.yaml": root(**with_schema(schema)), **files})
    assert [(problem.location, problem.message) for problem in found] == [
        ("root.yaml:16:19", "the reference leads to a file that is not there: none.yaml"),
        ("root.yaml:17:19", "the reference leads to a file that is not there: none.yaml"),
        ("root.yaml:18:19", "the reference leads nowhere: Pet.yaml has no such place"),
        ("root.yaml:20:19", "the reference leads in a circle: behind it are references alone"),
        ("root.yaml:21:19", "the reference leads to a text in text.yaml"),
        ("Pet.yaml:2:3", "the reference leads to a file that is not there: gone.yaml"),
    ]


def test_a_file_that_cannot_be_read_is_reported_with_its_own_lines(tmp_path: Path) -> None:
    files = {"root.yaml": root(**with_schema({"$ref": "Pet.yaml"})), "Pet.yaml": "a: b\na: c\n"}
    (problem,) = faults(tmp_path, files)
    assert problem.location == "Pet.yaml:2:1"


def test_what_holds_itself_and_cannot_be_named_is_refused(tmp_path: Path) -> None:
    op = {**operation(), "callbacks": {"a": {"b": {"get": {"$ref": "op.yaml"}}}}}
    (problem,) = faults(
        tmp_path, {"root.yaml": root(**at_pets({"get": {"$ref": "op.yaml"}})), "op.yaml": op}
    )
    assert "holds itself" in problem.message
    assert problem.location.startswith("op.yaml:")


def test_a_reference_that_forgot_to_name_the_root_is_followed_with_a_remark(
    tmp_path: Path,
) -> None:
    parts = {**with_schema({"$ref": "List.yaml"}), "components": {"schemas": {"Pet": PET}}}
    listed = {"items": {"$ref": "#/components/schemas/Pet"}}
    made = take(tmp_path, {"root.yaml": root(**parts), "List.yaml": listed})
    assert made.document.tree["components"]["schemas"]["List"] == listed
    (remark,) = made.remarks
    assert remark.location == "List.yaml:2:3"
