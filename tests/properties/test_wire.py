"""What a server reads by the standard is what the client was given, or nothing was sent."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.wire_law import judge
from tests.properties.wire_package import Package, package
from tests.strategies.wire_calls import calls

NUMBER = 40
"""Operations of a package; `make fuzz` makes other ones each time."""


@pytest.fixture(scope="module", params=range(3), ids=("3.0.4", "3.1.1", "3.2.0"))
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Package]:
    with package(request.param, NUMBER, tmp_path_factory.mktemp("law")) as found:
        yield found


@settings(max_examples=40)
@given(data=st.data())
def test_what_is_given_is_what_is_read(made: Package, data: st.DataObject) -> None:
    call = data.draw(calls(made.operations))
    assert not judge(made, call), call
