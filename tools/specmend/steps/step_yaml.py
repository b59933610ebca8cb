"""The one writer of new step files, by ruamel.yaml: YAML that readers of 1.1 and 1.2 read alike.

Step files that exist are changed by document/text/editing instead: ruamel.yaml would lay out
lines anew that nobody touched (spaces in flow collections, indents of lists, null).
"""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING, Any, Final

from specmend.document.text.editing.literal import can_be_literal
from specmend.document.text.editing.scalar import is_plain, write_flow
from specmend.document.tree.values import Tree

if TYPE_CHECKING:
    from ruamel.yaml import YAML
    from ruamel.yaml.nodes import ScalarNode
    from ruamel.yaml.representer import RoundTripRepresenter

WIDTH: Final = 100
"""Columns up to which a text stands on one line; a longer reason is folded."""

_ENDLESS: Final = 1 << 30


def write_step_yaml(tree: dict[str, Tree]) -> str:
    """The text of a step file; a long `x-reason` is folded, everything else stays on its line."""
    styled = _styled(tree)
    reason = tree["info"]["x-reason"]
    lines = textwrap.wrap(reason, WIDTH - 4, break_long_words=False, break_on_hyphens=False)
    if len(reason) > WIDTH - len("  x-reason: ") and _can_be_folded(reason, lines):
        styled["info"]["x-reason"] = _folded(lines)
    stream = io.StringIO()
    _writer().dump(styled, stream)
    return stream.getvalue()


def _writer() -> YAML:
    from ruamel.yaml import YAML
    from ruamel.yaml.representer import RoundTripRepresenter

    class Representer(RoundTripRepresenter):
        """Writes numbers and null as documents have them."""

    Representer.add_representer(float, _constant)
    Representer.add_representer(type(None), _constant)
    yaml = YAML()
    yaml.Representer = Representer
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = _ENDLESS
    return yaml


def _constant(representer: RoundTripRepresenter, value: float | None) -> ScalarNode:
    tag = "tag:yaml.org,2002:" + ("null" if value is None else "float")
    node: ScalarNode = representer.represent_scalar(tag, write_flow(value))
    return node


def _styled(value: Tree) -> Any:
    """A value with the style of each string; keys keep their order."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(value, dict):
        return CommentedMap((_string(key), _styled(member)) for key, member in value.items())
    if isinstance(value, list):
        return CommentedSeq(_styled(member) for member in value)
    return _text(value) if isinstance(value, str) else value


def _text(value: str) -> Any:
    from ruamel.yaml.scalarstring import LiteralScalarString

    is_literal = "\n" in value.rstrip("\n") and can_be_literal(value)
    return LiteralScalarString(value) if is_literal else _string(value)


def _string(value: str) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, PlainScalarString

    return PlainScalarString(value) if is_plain(value) else DoubleQuotedScalarString(value)


def _can_be_folded(text: str, lines: list[str]) -> bool:
    """Whether a reader puts the lines together to the text again."""
    return " ".join(lines) == text and can_be_literal(text)


def _folded(lines: list[str]) -> Any:
    """A text as a folded block scalar (YAML 1.2 section 8.1.3).

    ruamel.yaml breaks such a scalar at the positions that it carries, and nowhere else.
    """
    from ruamel.yaml.scalarstring import FoldedScalarString

    scalar = FoldedScalarString(" ".join(lines))
    breaks, at = [], -1
    for line in lines[:-1]:
        at += len(line) + 1
        breaks.append(at)
    scalar.fold_pos = breaks
    return scalar
