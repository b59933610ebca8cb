"""Fields keep the name that Python code can write."""

from __future__ import annotations

import pytest

from specmend.generate.field_aliases import name_by_field


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x: int = Field(ge=1)\n", "x: int = Field(ge=1)\n"),
        (
            '"""Field(alias=\\"a\\")"""\nx = other(alias="a")\n',
            '"""Field(alias=\\"a\\")"""\nx = other(alias="a")\n',
        ),
        ('x = Field(alias="a")\n', 'x = Field(validation_alias="a", serialization_alias="a")\n'),
        (
            'y = "é"; x = Field(None, alias="é", ge=1)\n',
            'y = "é"; x = Field(None, validation_alias="é", serialization_alias="é", ge=1)\n',
        ),
        (
            'x = [Field(alias="a"), Field(alias="b")]\n',
            (
                'x = [Field(validation_alias="a", serialization_alias="a"), '
                'Field(validation_alias="b", serialization_alias="b")]\n'
            ),
        ),
        (
            'x = Field(\n    alias="a",\n)\n',
            'x = Field(\n    validation_alias="a", serialization_alias="a",\n)\n',
        ),
    ],
)
def test_aliases(before: str, after: str) -> None:
    assert name_by_field(before) == after
