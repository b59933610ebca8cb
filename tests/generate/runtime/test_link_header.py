"""The next page in the header Link, as RFC 8288 lets servers write it."""

from __future__ import annotations

import pytest

from specmend.generate.runtime._link_header import link_to

ROWS: list[tuple[str, str | None]] = [
    ('<?p=2>; rel="next"', "?p=2"),
    ('</a?p=2>; rel="next", </a>; rel="first"', "/a?p=2"),
    ('</a>; rel="prev", </a?p=2>; rel="next"', "/a?p=2"),
    ("</a?p=2>;rel=next", "/a?p=2"),
    ("</a?p=2> ; rel = next ; x", "/a?p=2"),
    ("", None),
    ("</a>; rel=prev", None),
    ("</a>", None),
    ("nothing of a link; rel=next", None),
    # Several relations of one link, in any case.
    ('</a?p=2>; rel="next last"', "/a?p=2"),
    ('</a?p=2>; rel="last  next"', "/a?p=2"),
    ('</a?p=2>; REL="Next"', "/a?p=2"),
    ('</a?p=2>; rel="nextpage"', None),
    ('</a?p=2>; rel="prev"; rel="next"', None),
    # What stands between links can stand inside of them.
    ('</a?ids=1,2;3>; rel="next"', "/a?ids=1,2;3"),
    ('</a>; title="x, <y>; rel=next"; rel="prev", </b>; rel="next"', "/b"),
    (r'</a>; title="a \" b, c"; rel="next"', "/a"),
    ("</a>; title*=UTF-8''x; rel=next", "/a"),
    ("<http://h.test/a>; rel=self,<http://h.test/b>; rel=next", "http://h.test/b"),
]


@pytest.mark.parametrize(("header", "expected"), ROWS)
def test_the_link_to_the_next_page(header: str, expected: str | None) -> None:
    assert link_to("next", header) == expected
