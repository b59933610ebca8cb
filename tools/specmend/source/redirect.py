"""Where a redirect may lead: not in a circle, not too far, not away from TLS."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specmend.errors import OutsideError
from specmend.source.address import refusal, refuse_unsafe

MOST_HOPS: Final = 5


def check_redirect(way: Sequence[str], there: str) -> None:
    """Refuse an address to which the last one of a way redirects; raises OutsideError.

    `way` is every address so far, the one that was asked for first (RFC 9110 section 15.4).
    """
    where, here = way[0], way[-1]
    shown_way = " → ".join(map(without_query, [*way, there]))
    if there in way:
        raise refusal(where, "the redirects lead in a circle", found=shown_way)
    if len(way) > MOST_HOPS:
        message = f"the server redirects more than {MOST_HOPS} times"
        raise refusal(where, message, found=shown_way)
    if _uses_tls(here) and not _uses_tls(there):
        found = without_query(there)
        raise refusal(where, "a redirect leads away from TLS", found=found, expected="https://")
    _refuse_unsafe_hop(where, there)


def without_query(url: str) -> str:
    """An address as it is shown: what signs the address that a redirect led to stays secret."""
    bare, mark, _ = url.partition("?")
    return f"{bare}?…" if mark else bare


def _uses_tls(url: str) -> bool:
    return url.lower().startswith("https:")


def _refuse_unsafe_hop(where: str, there: str) -> None:
    try:
        refuse_unsafe(there)
    except OutsideError as error:
        (problem,) = error.problems
        raise refusal(
            where,
            f"a redirect leads astray: {problem.message}",
            found=without_query(problem.file),
            expected=problem.expected,
        ) from error
