"""What a model reads by the names of the wire it writes by them again, and nothing else."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.generate.package.echo import Package, make_package

from specmend.generate.names import distinct_names, field_name
from specmend.generate.plan import PackagePlan

CLASSES = 40
NEAR = [
    *("userId", "user_id", "UserID", "user-id", "user.id", "user id", "user_id_2", "$user_id"),
    *("ID", "id", "Id", "_id", "class", "class_", "Class", "class__2", "schema", "schema_"),
    *("model_config", "modelConfig", "model_config_", "copy", "aB", "a_b", "a-b", "a_b_2", "a b"),
    *("\ufb01x", "fix", "größe", "Größe", "名前", "@type", "type", "2fa", "none", "None", "%"),
]
"""Names that are near to each other: many of them come to the same name in Python."""


def chosen() -> list[list[str]]:
    """The names of the properties of some classes, the same on every run."""
    pick = random.Random(11)  # noqa: S311 - nothing is secret here
    return [pick.sample(NEAR, pick.randint(1, 9)) for _ in range(CLASSES)]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    plan = PackagePlan(
        api="near-names",
        package="near_names",
        version="1",
        description="Near names",
        license="MIT",
        header="",
    )
    text = {"type": "string"}
    schemas: dict[str, Any] = {}
    for number, names in enumerate(chosen()):
        own: dict[str, Any] = {"type": "object", "properties": dict.fromkeys(names, text)}
        parent = {"$ref": f"#/components/schemas/C{number - 1}"}
        schemas[f"C{number}"] = {"allOf": [parent, own]} if number % 4 == 3 else own
    info = {"title": "T", "version": "1"}
    tree = {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": schemas}}
    return make_package(tmp_path_factory, plan, "near_names", tree)


@given(
    number=st.integers(0, CLASSES - 1), words=st.dictionaries(st.sampled_from(NEAR), st.text("ab"))
)
def test_an_object_is_written_as_it_was_read(
    package: Package, number: int, words: dict[str, str]
) -> None:
    model = getattr(package.module.models, f"C{number}")
    read = model.model_validate_json(json.dumps(words), by_alias=True, by_name=False)
    assert read.model_dump(by_alias=True, exclude_unset=True) == words
    aliases = {info.serialization_alias or name for name, info in model.model_fields.items()}
    assert set(read.model_extra) == set(words) - aliases


@given(number=st.integers(0, CLASSES - 1), data=st.data())
def test_a_constructor_sets_the_field_that_is_named(
    package: Package, number: int, data: st.DataObject
) -> None:
    model = getattr(package.module.models, f"C{number}")
    aliases = {name: info.serialization_alias or name for name, info in model.model_fields.items()}
    names = data.draw(st.lists(st.sampled_from([*aliases]), unique=True))
    by_wire = data.draw(st.lists(st.booleans(), min_size=len(names), max_size=len(names)))
    given_ = {
        aliases[name] if wire else name: name for name, wire in zip(names, by_wire, strict=True)
    }
    made = model(**given_)
    expected = {aliases[name]: name for name in names}
    assert made.model_dump(by_alias=True, exclude_unset=True) == expected


@given(st.lists(st.sampled_from(NEAR) | st.text(max_size=6), unique=True))
def test_no_name_is_that_of_another_one(texts: list[str]) -> None:
    names = distinct_names(texts, field_name)
    assert len(set(names.values())) == len(texts)
    for text, name in names.items():
        assert name.isidentifier()
        assert name not in set(texts) - {text}
        if field_name(text) == text:
            assert name == text
