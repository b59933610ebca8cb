"""The media types that stand as keys of `content`, and what OpenAPI has for some of them alone."""

from __future__ import annotations

import re
from typing import Final

FORM: Final = "application/x-www-form-urlencoded"
FORM_DATA: Final = "multipart/form-data"

_WORD: Final = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_RANGE: Final = re.compile(rf"{_WORD}/{_WORD}\s*(?:;.*)?", re.DOTALL)


def is_media_range(key: str) -> bool:
    """Whether a key is a media type or a range of them (RFC 9110 sections 8.3.1 and 12.5.1)."""
    return _RANGE.fullmatch(key) is not None


def bare(key: str) -> str:
    """A media type in small letters, without its parameters."""
    return key.partition(";")[0].strip().lower()


def is_multipart(key: str) -> bool:
    """Whether a media type has several parts (RFC 2046 section 5.1)."""
    return bare(key).startswith("multipart/")


def is_form(key: str) -> bool:
    """Whether a media type is that of a form in the manner of a URL."""
    return bare(key) == FORM


def is_wider(one: str, other: str) -> bool:
    """Whether a media type is a range in which another one lies (RFC 9110 section 12.5.1)."""
    first, second = bare(one), bare(other)
    if first == second or not first.endswith("/*"):
        return False
    return first == "*/*" or second.startswith(first[:-1])


def one_spelling(key: str) -> str:
    """A media type in one spelling (RFC 9110 sections 5.6.6 and 8.3.1).

    Names are in small letters, no blanks, parameters in the order of their names, quotes only where
    they must be. The character set of what is always UTF-8 goes without saying.
    """
    kind, *texts = _PARAMETERS.findall(key.strip()) or [""]
    name = kind.strip().lower()
    parameters = [_parameter(text) for text in texts if text.strip()]
    said = [one for one in parameters if one != _UTF_8 or not _is_utf_8(name)]
    return ";".join([name, *("=".join(one) for one in sorted(said, key=lambda one: one[0]))])


def _parameter(text: str) -> tuple[str, ...]:
    """The name of a parameter, and its value as a token where it can be one."""
    name, sign, value = text.partition("=")
    name, value = name.strip().lower(), value.strip()
    if not sign:
        return (name,)
    if _QUOTED.fullmatch(value):
        meant = _ESCAPED.sub(r"\1", value[1:-1])
        value = meant if _TOKEN.fullmatch(meant) else value
    return (name, value.lower() if name == _CHARSET else value)


def _is_utf_8(name: str) -> bool:
    """Whether text of a media type is UTF-8, whatever is said of its character set."""
    return name in _ALWAYS_UTF_8 or name.endswith(("/json", "+json"))


_PARAMETERS: Final = re.compile(r'(?:[^;"]|"(?:\\.|[^"\\])*"|")+')
_QUOTED: Final = re.compile(r'"(?:\\.|[^"\\])*"', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_TOKEN: Final = re.compile(_WORD)
_CHARSET: Final = "charset"
_UTF_8: Final = (_CHARSET, "utf-8")
_ALWAYS_UTF_8: Final = frozenset(
    {
        *("application/json-seq", "application/jsonl", "application/x-ndjson"),
        *("application/yaml", "text/event-stream", FORM),
    }
)
"""RFC 8259 section 8.1, RFC 7464, RFC 9512, and the HTML and URL standards."""
