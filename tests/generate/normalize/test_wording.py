"""Class names: the rule of openapi-python-client, settled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specmend.generate.normalize.wording import RESERVED, class_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pet", "Pet"),
        ("pet_store", "PetStore"),
        ("chat.completion-chunk", "ChatCompletionChunk"),
        ("HTTPError2", "HTTPError2"),
        ("iOSDevice", "IOSDevice"),
        ("foo1bar", "Foo1Bar"),
        ("1st", "Model1St"),
        ("", "Model"),
        ("ünïcode", "Ncode"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert class_name(text) == name


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_the_name_of_a_name_is_itself(text: str) -> None:
    name = class_name(text)
    assert class_name(name) == name
    assert name.isidentifier()


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_the_other_generator_keeps_the_name(text: str) -> None:
    from openapi_python_client.strings import ClassName

    name = class_name(text)
    assert name in RESERVED or ClassName(name, "field_") == name
