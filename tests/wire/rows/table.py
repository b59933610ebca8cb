"""All rows of the coverage table, in the order of the page."""

from __future__ import annotations

from typing import Final

from tests.wire.claims import Row
from tests.wire.rows import answers, bodies, parameters, schemas, security

ROWS: Final[tuple[Row, ...]] = (
    *parameters.ROWS,
    *bodies.ROWS,
    *answers.ROWS,
    *security.ROWS,
    *schemas.ROWS,
)
"""Each field of each object of the standard has at least one."""
