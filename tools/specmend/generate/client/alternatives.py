"""The media types that a request body can have, and the arguments that give it in any of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from specmend.generate.client.bodies import Given, read_body
from specmend.generate.client.media import content_of, ranked
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Argument, Body, Way
from specmend.generate.types.write import literal

CHOICE: Final = "media"
"""Where the argument travels that says which media type is sent: nowhere."""

_DESCRIPTION: Final = (
    "The media type of the body. Without it that is the first one which has what is given."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Bodies:
    """The bodies of an operation, the usual one first, and the arguments of all of them."""

    given: tuple[Given, ...] = ()
    arguments: tuple[Argument, ...] = ()

    @property
    def all(self) -> tuple[Body, ...]:
        """The bodies alone; each names its fields where there are several."""
        if len(self.given) < len(("one", "other")):
            return tuple(one.body for one in self.given)
        return tuple(replace(one.body, fields=_fields(one)) for one in self.given)

    def ways(self, named: Iterable[Argument]) -> tuple[Way, ...]:
        """The arguments of each body by the names that they have in the method.

        Bodies with the same arguments are one way.
        """
        names = {(one.in_, one.wire): one.name for one in named}
        found: dict[tuple[Argument, ...], list[str]] = {}
        for given in self.given:
            own = tuple(
                replace(one, name=names[one.in_, one.wire], example="", description="")
                for one in given.arguments
            )
            found.setdefault(own, []).append(given.body.media_type)
        if len(found) < len(("one", "other")):
            return ()
        return tuple(Way(arguments=own, media_types=tuple(them)) for own, them in found.items())


def read_bodies(method: str, path: str, node: dict[str, Any], reader: Reader) -> Bodies:
    """All bodies that the client sends; a warning names each media type that it does not."""
    for words, *key in _unsendable(node.get("requestBody")):
        reader.warn(method, path, words, "requestBody", "content", *key)
    media_types = ranked(content_of(node.get("requestBody") or {}))
    if not media_types:
        return Bodies()
    given: list[Given] = []
    for media_type in media_types:
        tried = replace(reader, warnings=[])
        one = read_body(method, path, node, media_type, tried)
        if not given or _is_another(one, given, tried):
            given.append(one)
            reader.warnings.extend(tried.warnings)
        else:
            words = f"the client sends {given[0].body.media_type}; it does not send {media_type}"
            reader.warn(method, path, words, "requestBody", "content", media_type)
    if len(given) == 1:
        return Bodies(given=tuple(given), arguments=given[0].arguments)
    return Bodies(given=tuple(given), arguments=(*_joined(given), _choice(given)))


def _unsendable(holder: Any) -> Iterator[tuple[str, ...]]:
    """What of a request body has no media type (RFC 9110 section 8.3.1): the words, and the key."""
    told = holder.get("content") if isinstance(holder, dict) else None
    names = list(told) if isinstance(told, dict) else []
    if isinstance(holder, dict) and not names:
        yield ("the request body has no media type; the method sends none",)
    for name in names:
        if "/" not in name:
            yield f"'{name}' is no media type; the method does not send it", name


def _is_another(one: Given, known: list[Given], reader: Reader) -> bool:
    """Whether a body is sent in another way than those before it, and written by the client.

    A warning says that the client does not write it.
    """
    is_content = one.body.kind == "content"
    if "*" in one.media_type or (is_content and reader.warnings):
        return False
    if is_content:  # octets do not say what they are
        return all(one.media_type != body.media_type for body in _bodies(known))
    return all((one.body.kind, one.body.type) != (body.kind, body.type) for body in _bodies(known))


def _bodies(given: list[Given]) -> list[Body]:
    return [one.body for one in given]


def _joined(given: list[Given]) -> list[Argument]:
    """The arguments of all bodies, each once; one that is not needed by all is needed by none."""
    found: dict[tuple[str, str], list[Argument]] = {}
    for one in given:
        for argument in one.arguments:
            found.setdefault((argument.in_, argument.wire), []).append(argument)
    return [_one(same, len(given)) for same in found.values()]


def _one(same: list[Argument], count: int) -> Argument:
    return replace(
        same[0],
        annotation=" | ".join(dict.fromkeys(one.annotation for one in same)),
        required=len(same) == count and all(one.required for one in same),
        nullable=any(one.nullable for one in same),
    )


def _choice(given: list[Given]) -> Argument:
    media_types = tuple(dict.fromkeys(body.media_type for body in _bodies(given)))
    return Argument(
        name="content_type",
        wire="content_type",
        annotation=literal(media_types),
        required=False,
        in_=CHOICE,
        description=_DESCRIPTION,
    )


def _fields(one: Given) -> tuple[str, ...] | None:
    """The names of the fields that a body has; None where it is one argument."""
    if not one.body.spread:
        return None
    return tuple(argument.wire for argument in one.arguments)
