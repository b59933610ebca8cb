"""Class names that both generators keep as they are."""

from __future__ import annotations

import builtins
import re
from functools import cache

_WORD_BREAKS = re.compile(r"[. _\-]+")
_CAPITALIZED = re.compile("([A-Z]?[a-z]+)")
_UNUSABLE = re.compile(r"[^A-Za-z0-9. _\-]")

# Names that the generated modules import or define.
_TAKEN = set(
    """
    Annotated Any AnyUrl Arguments AsyncClient AsyncIterable AsyncIterator AsyncStream
    AsyncTransport BaseModel Body Client ConfigDict Content Decimal Dict Enum Field File
    Final Framing FrozenSet Generic Given IntEnum IO Iterable Iterator List Literal Mapping
    NamedTuple Never NoReturn NotGiven Operation Optional Path RenamedModel Retries RootModel
    SchemaModel Self Sequence Set Stream Streaming StrEnum Tagged Timeout Transport Tuple Type
    TypeAlias TypeAliasType TypedDict TypeVar Union UNSET Unset Upload UUID
    AsyncPager CallExtra Extra Pager Unpack
    """.split()  # noqa: SIM905 - a list would have a line for each
)

# Classes that only some of the supported versions of Python know: the same document gives the same
# names on all.
_NEWER = {"PythonFinalizationError"}

RESERVED = frozenset(_TAKEN | _NEWER | {name for name in dir(builtins) if name[0].isupper()})
"""Names that no class of a generated package may have."""


@cache
def class_name(text: str) -> str:
    """The class name of a text; the class name of a class name is itself.

    The rule is that of openapi-python-client, repeated until it changes nothing more, so that one
    generator keeps what the other was told.
    """
    name = _pascal(_UNUSABLE.sub("", text))
    if not name[:1].isalpha():
        name = f"Model{name}"
    while (again := _pascal(name)) != name:
        name = again
    return name


def _pascal(text: str) -> str:
    if any(character.isupper() for character in text):
        text = " ".join(_CAPITALIZED.split(text))
    words = [word for word in _WORD_BREAKS.split(text) if word]
    return "".join(word if word.isupper() else word.capitalize() for word in words)
