"""The reference of what the client does about each field, made from the rows that tests check."""

from __future__ import annotations

from docs.make.markdown import code, table
from tests.wire.claims import Row
from tests.wire.rows.table import ROWS
from tests.wire.standard_fields import KINDS, VERSIONS

_DOES = {
    "honored": "honored",
    "refused": "refused by `build`",
    "warned": "named in a warning",
    "silent": "nothing on the wire",
}


def wire() -> str:
    """A table for each kind of object: its fields, and what the client does about each."""
    return "\n".join(f"## {_title(kind)}\n\n{_table(kind)}" for kind in KINDS)


def _title(kind: str) -> str:
    return {"flows": "OAuth Flows", "flow": "OAuth Flow"}.get(kind, kind.title())


def _table(kind: str) -> str:
    rows = [row for row in ROWS if row.kind == kind]
    rows.sort(key=lambda row: row.field.lower())
    return table(
        ("field", "versions", "the client", "how"),
        ((code(row.field), _versions(row), _DOES[row.does], row.words) for row in rows),
    )


def _versions(row: Row) -> str:
    return "all" if tuple(row.versions) == VERSIONS else ", ".join(row.versions)
