"""Lets models be built by the names of their fields where these differ from those on the wire."""

from __future__ import annotations

import ast


def name_by_field(source: str) -> str:
    """Rewrite `Field(alias="from")` into a validation and a serialization alias.

    Type checkers take `alias` for the only name of the constructor's argument. `from` cannot be
    written there, and the model accepts `from_` as well.
    """
    lines = source.splitlines(keepends=True)
    for keyword in sorted(
        _alias_keywords(source),
        key=lambda keyword: (keyword.lineno, keyword.col_offset),
        reverse=True,
    ):
        line = lines[keyword.lineno - 1].encode()
        start, end = keyword.col_offset, keyword.value.end_col_offset or 0
        value = line[keyword.value.col_offset : end]
        rewritten = (
            line[:start]
            + b"validation_alias="
            + value
            + b", serialization_alias="
            + value
            + line[end:]
        )
        lines[keyword.lineno - 1] = rewritten.decode()
    return "".join(lines)


def _alias_keywords(source: str) -> list[ast.keyword]:
    return [
        keyword
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Field"
        for keyword in node.keywords
        if keyword.arg == "alias"
    ]
