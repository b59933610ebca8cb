"""Places in an answer as marks write them: `data.next`, `$.data[-1].id`, `/data/next`."""

from __future__ import annotations

import re
from typing import Any, Final

from specmend.document.tree.pointer import parse_pointer
from specmend.errors import MarkError

_ROOT: Final = re.compile(r"\$(response)?(\.body)?(?=[.\[#/]|$)")
_STEP: Final = re.compile(
    r"""\.?(?:
        (?P<name>[^.\[\]]+)
        | \[(?P<number>-?\d+):?\]
        | \[\(@\.length-1\)\]
        | \[(?P<quote>['"])(?P<quoted>.*?)(?P=quote)\]
    )""",
    re.VERBOSE,
)


def read_place(text: Any, key: str) -> tuple[str | int, ...]:
    """The keys and indexes that lead from the answer to a value; none for the answer itself.

    A text with a slash at the front is a JSON Pointer (RFC 6901). Any other one has dots between
    names, and indexes in brackets; a `$` at the front is the answer. Raises MarkError for another.
    """
    if not isinstance(text, str):
        raise MarkError(f"has no text for {key}", key)
    plain = _ROOT.sub("", text, count=1).removeprefix("#")
    if plain.startswith("/"):
        return tuple(str(part) for part in parse_pointer(plain))
    steps: list[str | int] = []
    at = 0
    while at < len(plain):
        step = _STEP.match(plain, at)
        if step is None:
            raise MarkError(f"names {text} for {key}, which is no place in an answer", key)
        steps.append(_key(step))
        at = step.end()
    return tuple(steps)


def _key(step: re.Match[str]) -> str | int:
    if step["number"]:
        return int(step["number"])
    return step["name"] or step["quoted"] or -1
