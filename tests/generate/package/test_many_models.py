"""A client of very many models loads what is used, and its models are like those of any other."""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import httpx2 as httpx
import pytest
from pydantic import TypeAdapter, ValidationError
from tests.generate.package.echo import Package, make_package

from specmend.generate.plan import PackagePlan

TEXT = {"type": "string"}
MANY = 151


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def thing(required: str = "", **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required.split()}


def kind(name: str) -> dict[str, Any]:
    return thing("kind", kind={"type": "string", "enum": [name]}, owner=ref("Owner"))


def of_either(*names: str) -> dict[str, Any]:
    tags = {"propertyName": "kind"}
    return {"oneOf": [ref(name) for name in names], "discriminator": tags}


SCHEMAS: dict[str, Any] = {
    "Owner": thing(name=TEXT, since={"type": "string", "format": "date-time"}),
    "Level": {"type": "string", "enum": ["low", "high"]},
    "cat": kind("cat"),
    "dog": kind("dog"),
    "Home": thing(
        pet=of_either("cat", "dog"),
        level=ref("Level"),
        place={"allOf": [ref("Place")], "default": {"street": "Main"}},
        inner=thing(level=ref("Level"), note=TEXT),
    ),
    "Place": thing(street=TEXT, level=ref("Level")),
    "Castle": {"allOf": [ref("Home"), thing(towers={"type": "integer"}, node=ref("Node"))]},
    "Fort": {"allOf": [ref("Castle"), thing(walls={"type": "integer"})]},
    "Village": thing(homes={"type": "array", "items": ref("Home")}, castle=ref("Castle")),
    "Node": thing(next=ref("Node"), leaf=ref("Leaf")),
    "Leaf": thing(node=ref("Node"), values=ref("Nested")),
    "Nested": {"anyOf": [TEXT, ref("Owner"), {"type": "array", "items": ref("Nested")}]},
    "Nest": {"anyOf": [{"type": "array", "items": ref("Nest")}, ref("Level"), ref("Nested")]},
    "Model": thing(nest=ref("Nest"), loaded=ref("Loaded")),
    "Loaded": thing(a=TEXT),
    **{f"Plain{number}": thing(a=TEXT) for number in range(MANY)},
}


def document() -> dict[str, Any]:
    def answer(schema: Any) -> Any:
        return {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}

    names = [*SCHEMAS]
    paths = {
        f"/{name}": {"get": {"operationId": f"read{name}", "responses": answer(ref(name))}}
        for name in names
    }
    sent = {"required": True, "content": {"application/json": {"schema": ref("Fort")}}}
    built = {"operationId": "build", "requestBody": sent, "responses": answer(ref("Village"))}
    paths["/Fort"] |= {"post": built}
    info = {"title": "T", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": SCHEMAS}}


USE = """
from {package} import Client
from {package}.models import Castle, Fort, Home, Level, Node
home: Home = Fort(level="low", towers=1, node=Node(next=Node()))
level: Level | str | None = home.level
with Client("https://example.com") as client:
    print(client.read_castle().inner)
    client.read_castle().walls  # wrong
    print(client.build(towers=1, node={"next": {}}).castle)
    client.build(towers="1")  # wrong
from {package}.models import NoSuchModel  # wrong
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, plan: PackagePlan) -> Package:
    return make_package(tmp_path_factory, plan, "many_client", document())


def said_by(package: Package, code: str) -> str:
    """What code prints in an interpreter of its own."""
    loaded = (
        "import sys\n"
        "def loaded(part):\n"
        "    start = f'many_client.{part}._' if part == 'models' else f'many_client.{part}.'\n"
        "    names = (one.removeprefix(start) for one in sys.modules if one.startswith(start))\n"
        "    return ' '.join(sorted({*names} - {'model', 'loaded', 'default'}))\n"
    )
    command = [sys.executable, "-c", f"{loaded}{code}"]
    folder = package.folder.parent
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("code", "models"),
    [
        ("import many_client", ""),
        ("from many_client import Client; Client('http://localhost')", ""),
        ("from many_client.models import Plain7", "plain_7"),
        ("import many_client.models as m; m.Plain7(a='b').model_dump()", "plain_7"),
        ("from many_client.models import Village", "village"),
        ("from many_client.models import Owner; Owner(name='a')", "owner"),
        ("from many_client.models import Castle", "castle home"),
    ],
)
def test_what_is_used_is_loaded(package: Package, code: str, models: str) -> None:
    assert said_by(package, f"{code}\nprint(loaded('models'))").strip() == models


def test_a_call_loads_its_operation_and_the_models_of_its_answer(package: Package) -> None:
    code = """
import httpx2, many_client
give = httpx2.MockTransport(lambda _: httpx2.Response(200, json={"a": "b"}))
client = many_client.Client("http://localhost", transport=give)
print(client.read_plain_7())
print(loaded("models"))
print(loaded("api"))
"""
    assert said_by(package, code).split("\n") == ["a='b'", "plain_7", "default.read_plain_7", ""]


def test_all_models_are_found(package: Package) -> None:
    models = package.module.models
    assert {"Fort", "Level", "Nested", "Plain0", "Cat"} <= {*models.__all__} <= {*dir(models)}
    for name in models.__all__:
        TypeAdapter(getattr(models, name)).core_schema  # noqa: B018
    said = said_by(package, "from many_client.models import *\nprint(Fort(walls=1))")
    assert "walls=1" in said


def test_a_name_that_is_no_model_is_none(package: Package) -> None:
    with pytest.raises(AttributeError, match="no attribute 'NoModel'"):
        _ = package.module.models.NoModel
    with pytest.raises(AttributeError, match="no attribute 'no_operation'"):
        _ = package.module.api.default.no_operation


VILLAGE = {
    "homes": [
        {"pet": {"kind": "cat", "owner": {"since": "2025-01-02T03:04:05Z"}}, "level": "low"},
        {"pet": {"kind": "dog"}, "inner": {"level": "high", "more": 1}},
    ],
    "castle": {"towers": 2, "pet": {"kind": "dog"}, "node": {"leaf": {"values": ["a", ["b"]]}}},
}


def test_answers_are_objects_of_all_their_classes(package: Package) -> None:
    models = package.module.models
    give = httpx.MockTransport(lambda _: httpx.Response(200, json=VILLAGE))
    with package.module.Client("http://localhost", transport=give) as client:
        village = client.build(towers=1, node={"next": {}})
    assert isinstance(village, models.Village)
    assert isinstance(village.castle, models.Home)
    assert [type(home.pet) for home in village.homes] == [models.Cat, models.Dog]
    assert village.homes[0].pet.owner.since == datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert type(village.homes[1].inner) is models.HomeInner
    assert village.castle.place == models.Place(street="Main")
    assert village.castle.node.leaf.values == ["a", ["b"]]
    assert village.model_dump(mode="json", exclude_unset=True) == VILLAGE


def test_values_that_do_not_fit_are_refused(package: Package) -> None:
    models = package.module.models
    for wrong in ({"pet": {"kind": "cow"}}, {"level": 1}, {"node": {"leaf": {"values": 1}}}):
        with pytest.raises(ValidationError):
            models.Fort.model_validate(wrong)


def test_a_class_of_the_caller_inherits_the_fields(package: Package) -> None:
    class Own(package.module.models.Fort):  # type: ignore[misc, name-defined]
        flag: bool = False

    own = Own.model_validate({"flag": True, "pet": {"kind": "cat"}, "node": {"next": {}}})
    assert type(own.pet) is package.module.models.Cat
    assert repr(own.node) == "Node(next=Node(next=None, leaf=None), leaf=None)"


def test_a_class_built_by_many_threads_is_built_well(package: Package) -> None:
    code = """
from concurrent.futures import ThreadPoolExecutor
import many_client.models as m
def use(number):
    name = ["Fort", "Village", "Castle", "Node", "Model", "Home"][number % 6]
    return getattr(m, name).model_validate({"node": {"leaf": {"values": ["a"]}}}).model_dump_json()
with ThreadPoolExecutor(12) as pool:
    print(len(list(pool.map(use, range(60)))))
"""
    assert said_by(package, code).strip() == "60"
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(lambda _: package.module.models.Place().street, range(4)))


def test_a_pickled_object_is_read_where_nothing_else_was_loaded(package: Package) -> None:
    models = package.module.models
    village = models.Village.model_validate(VILLAGE)
    assert pickle.loads(pickle.dumps(village)) == village  # noqa: S301 - our own
    with tempfile.NamedTemporaryFile() as file:
        file.write(pickle.dumps(village))
        file.flush()
        code = (
            f"import pickle\nread = pickle.load(open({file.name!r}, 'rb'))\n"
            "print(read.castle.node.leaf.values, type(read).model_validate({}).model_dump())"
        )
        assert said_by(package, code).startswith("['a', ['b']] {'homes': None")
