"""Each field of the standard has a row in the coverage table, and each row is true."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from tests.wire.claims import everything
from tests.wire.probes import Built, Trial, built, is_said, refusals, seen
from tests.wire.rows.table import ROWS
from tests.wire.standard_fields import KINDS, VERSIONS, fields

EACH = [
    pytest.param(version, number, id=f"{version}-{row.name}-{number}")
    for version in VERSIONS
    for number, row in enumerate(ROWS)
    if version in row.versions
]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_row_and_no_row_is_of_another(kind: str, version: str) -> None:
    rows = {row.field for row in ROWS if row.kind == kind and version in row.versions}
    assert rows == fields(kind, version)


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Built]]:
    folder = tmp_path_factory.mktemp("coverage")
    with ExitStack() as stack:
        yield {version: stack.enter_context(built(ROWS, version, folder)) for version in VERSIONS}


@pytest.fixture(scope="module")
def refused() -> dict[str, tuple[str, list[str]]]:
    return {version: refusals(ROWS, version) for version in VERSIONS}


@pytest.mark.parametrize(("version", "number"), EACH)
def test_a_row_says_what_happens(
    version: str,
    number: int,
    clients: dict[str, Built],
    refused: dict[str, tuple[str, list[str]]],
) -> None:
    row = ROWS[number]
    with_field, without = (
        Trial(row=row, number=number, variant="w"),
        Trial(row=row, number=number, variant="o"),
    )
    if row.does == "refused":
        assert is_said(with_field, *refused[version]), refused[version][1]
        return
    made = clients[version]
    if row.does == "warned":
        assert is_said(with_field, made.text, made.warnings), "\n".join(made.warnings)
        return
    look = row.probe.look or everything
    for aio in (0, 1):
        one, other = (seen(made, trial)[aio] for trial in (with_field, without))
        if row.does == "honored":
            assert look(one) == row.probe.expect, one
            assert look(other) != row.probe.expect, other
        else:
            assert look(one) == look(other)
