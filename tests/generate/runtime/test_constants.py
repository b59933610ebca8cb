"""The only value of a required field is sent without being given, and answers must have it."""

from __future__ import annotations

import pickle
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError

from specmend.generate.runtime._codec import encode_json, reader
from specmend.generate.runtime._model import RenamedModel, SchemaModel


class Pet(SchemaModel):
    name: str | None = None
    size: Literal["big", "small"] = "big"
    note: Literal["x"] | None = None


class Cat(RenamedModel):
    type: Annotated[
        Literal["cat"], Field(validation_alias="@type", serialization_alias="@type")
    ] = "cat"
    tame: Literal[True] = True
    name: str | None = None


class Siamese(Cat):
    friend: Cat | None = None


SENT: list[tuple[SchemaModel, bytes]] = [
    # Other defaults are not sent.
    (Pet(), b"{}"),
    (Cat(), b'{"@type":"cat","tame":true}'),
    (Cat(name="Tom"), b'{"@type":"cat","tame":true,"name":"Tom"}'),
    (Cat(type="cat", tame=True), b'{"@type":"cat","tame":true}'),
    (Cat.model_validate({"name": "Tom"}), b'{"@type":"cat","tame":true,"name":"Tom"}'),
    (Cat.model_validate({"@type": "cat"}), b'{"@type":"cat","tame":true}'),
    (
        Siamese(friend=Cat()),
        b'{"@type":"cat","tame":true,"friend":{"@type":"cat","tame":true}}',
    ),
    (
        Siamese.model_validate({"friend": {}}),
        b'{"@type":"cat","tame":true,"friend":{"@type":"cat","tame":true}}',
    ),
    (pickle.loads(pickle.dumps(Cat())), b'{"@type":"cat","tame":true}'),  # noqa: S301 - our own
    (Cat().model_copy(update={"name": "Tom"}), b'{"@type":"cat","tame":true,"name":"Tom"}'),
]


@pytest.mark.parametrize(("model", "sent"), SENT, ids=repr)
def test_what_is_sent(model: SchemaModel, sent: bytes) -> None:
    assert encode_json(model) == sent


READ: list[tuple[str, Any]] = [
    ('{"@type":"cat","tame":true}', Cat()),
    ('{"@type":"cat","tame":true,"name":"Tom"}', Cat(name="Tom")),
    ('{"tame":true}', "@type: Field required"),
    ('{"@type":"cat"}', "tame: Field required"),
    ('{"@type":"dog","tame":true}', "@type: Input should be 'cat'"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_is_read(text: str, expected: Any) -> None:
    if isinstance(expected, Cat):
        assert reader(Cat)(text) == expected
        return
    with pytest.raises(ValidationError) as caught:
        reader(Cat)(text)
    first = caught.value.errors()[0]
    assert f"{first['loc'][0]}: {first['msg']}" == expected


def test_another_value_is_refused() -> None:
    with pytest.raises(ValidationError, match="Input should be 'cat'"):
        Cat.model_validate({"type": "dog"})
    with pytest.raises(ValidationError, match="Input should be a valid dictionary"):
        Cat.model_validate("cat")
