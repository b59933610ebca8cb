"""What the templates are told about each operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from specmend.generate.client.declared import Header, Link
from specmend.generate.client.paging import Paging
from specmend.generate.client.streaming import Streaming

EXTRAS: Final = ("extra_headers", "extra_query", "extra_body", "extra_timeout")
"""What every call takes beside the arguments of its operation."""

KEY: Final = "idempotency_key"
"""What a call takes too, unless the operation has an argument of this name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """How a parameter is written on the wire: in a style, or as one text of a media type."""

    place: str
    wire: str
    style: str = ""
    explode: bool = False
    reserved: bool = False
    media_type: str = ""
    encodings: tuple[Encoding, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Encoding:
    """How a field of a form, or a part of a multipart body, is written.

    With a style it is written like a parameter of a query, otherwise as one of its media types.
    """

    wire: str = ""
    style: str = ""
    explode: bool = False
    reserved: bool = False
    media_types: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Argument:
    """One argument of a method: its name in Python, its name on the wire, its type as written.

    `written` says how a parameter is written, where that is not the usual way of its place,
    `usual` what the server takes where it is not given, and `constant` is the only value of a
    required one, both as code. `checked` is the type of what has objects of a class and is no part
    of a body that is checked as a whole, and `bounded` that of what has bounds and no class.
    """

    name: str
    wire: str
    annotation: str
    required: bool
    in_: str
    description: str = ""
    written: Parameter | None = None
    example: str = "..."
    nullable: bool = False
    usual: str = ""
    constant: str = ""
    checked: str = ""
    bounded: str = ""

    @property
    def told(self) -> str:
        """The words of the document about the argument."""
        words = self.description.strip()
        if self.required or not self.usual:
            return words
        return f"{words}{' ' if words else ''}Without it the server takes {self.usual}."

    @property
    def offered(self) -> str:
        """The annotation in a signature, with a default for what is not required.

        What is not given is None, or NOT_GIVEN where `nullable` says that None is sent as null.
        """
        if self.required:
            return f"{self.annotation} = {self.constant}" if self.constant else self.annotation
        if self.nullable:
            more = "" if self.annotation == "Any" else " | NotGiven"
            return f"{self.annotation}{more} = NOT_GIVEN"
        has_none = self.annotation in ("Any", "None") or self.annotation.endswith("| None")
        return f"{self.annotation}{'' if has_none else ' | None'} = None"


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """The request body: `json`, `form` and `multipart` have a type, `content` is raw octets.

    Of `records` the type is that of one of them.

    `spread` says that its properties are arguments of the method; otherwise there is one argument,
    `body`. `encodings` are those of properties, `prefix` and `rest` those of parts without names.
    `fields` are the names of all properties, where a request can have another body too.
    `nullable` are the wire names of the properties that can be null, `nullable_whole` says
    so of the one argument.
    """

    kind: str
    media_type: str
    type: str
    required: bool
    spread: bool
    description: str = ""
    nullable: tuple[str, ...] = ()
    nullable_whole: bool = False
    encodings: tuple[Encoding, ...] = ()
    prefix: tuple[Encoding, ...] = ()
    rest: Encoding | None = None
    fields: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """The arguments of one body of several, and the media types that are sent with them."""

    arguments: tuple[Argument, ...]
    media_types: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One operation as a method of the client.

    `success` and `failure` map status patterns to types, or to types by media type; `result` is the
    type that the method returns when it does not stream, or nothing when it only streams, and
    `accept` are the media types of it. `headers` and `links` are those of answers by status. `sent`
    is the path as it follows the base URL, where that differs. `inner_result` and `inner_event` are
    the types of results as the body of the method writes them, where arguments hide other names.
    `others` are the bodies that the request can have in place of `body`, and `ways` the arguments
    of each of them, where these differ. `extra` is the name of what every call takes beside the
    arguments, empty where there is none; `idempotency` is the header of the key that each call
    gets, `told` are words on the answers.
    """

    name: str
    module: str
    method: str
    path: str
    docstring: str
    arguments: tuple[Argument, ...]
    body: Body | None
    others: tuple[Body, ...] = ()
    ways: tuple[Way, ...] = ()
    success: Mapping[str, str | Mapping[str, str]]
    failure: Mapping[str, str | Mapping[str, str]]
    result: str
    streaming: Streaming | None
    deprecated: bool = False
    security: tuple[tuple[str, ...], ...] | None = None
    sent: str = ""
    server: str = ""
    accept: str = "application/json"
    headers: Mapping[str, tuple[Header, ...]] = field(default_factory=dict)
    links: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    inner_result: str = ""
    inner_event: str = ""
    extra: str = ""
    idempotency: str = ""
    paging: Paging | None = None
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def extra_type(self) -> str:
        """The class of what a call takes beside the arguments."""
        names = {argument.name for argument in self.arguments}
        return "CallExtra" if KEY in names else "Extra"

    @property
    def summary(self) -> str:
        """The first paragraph of the docstring on one line."""
        return " ".join(self.docstring.partition("\n\n")[0].split())

    @property
    def details(self) -> str:
        """What the docstring says before the line with the request."""
        rest = self.docstring.partition("\n\n")[2]
        return rest.partition(f"`{self.method} {self.path}`")[0].strip()

    @property
    def types(self) -> tuple[str, ...]:
        """The types that the operation's own module names."""
        bodies = (self.body, *self.others) if self.body else ()
        body = tuple(one.type for one in bodies)
        event = (self.streaming.checked,) if self.streaming else ()
        headers = (header.type for headers in self.headers.values() for header in headers)
        classes = [argument.checked for argument in self.classes]
        bounds = [argument.bounded for argument in self.bounds]
        return (
            *body,
            *classes,
            *bounds,
            *event,
            *_texts(self.success),
            *_texts(self.failure),
            *headers,
        )

    @property
    def aliases(self) -> dict[str, str]:
        """Names for the types with bounds: as a value, type checkers refuse some of them."""
        annotated = dict.fromkeys(text for text in self.types if "Annotated[" in text)
        return {text: f"_Type{number}" for number, text in enumerate(annotated, 1)}

    @property
    def signature_types(self) -> tuple[str, ...]:
        """The types that the method names."""
        event = (self.streaming.event,) if self.streaming else ()
        items = (self.paging.item,) if self.paging else ()
        own = [one.annotation for way in self.ways for one in way.arguments]
        given = [one.annotation for one in self.arguments]
        return (self.result, *event, *items, *given, *own)

    @property
    def classes(self) -> tuple[Argument, ...]:
        """The arguments of which objects are made before they are written."""
        return tuple(argument for argument in self.arguments if argument.checked)

    @property
    def bounds(self) -> tuple[Argument, ...]:
        """The arguments whose bounds are checked before they are written."""
        return tuple(argument for argument in self.arguments if argument.bounded)

    @property
    def toggle(self) -> Argument | None:
        """The argument that asks for the stream, if there is one."""
        wanted = self.streaming.toggle if self.streaming else ""
        return next(
            (argument for argument in self.arguments if wanted and argument.wire == wanted), None
        )

    @property
    def positional(self) -> tuple[Argument, ...]:
        """The path parameters, in the order of the path."""
        return self.placed("path")

    @property
    def keywords(self) -> tuple[Argument, ...]:
        """All other arguments but the toggle, required ones first."""
        others = [
            argument
            for argument in self.arguments
            if argument.in_ != "path" and argument is not self.toggle
        ]
        return tuple(sorted(others, key=lambda argument: not argument.required))

    def keywords_of(self, way: Way) -> tuple[Argument, ...]:
        """The arguments by keyword of a call that sends one body, required ones first."""
        places = ("field", "body", "media")
        others = [argument for argument in self.keywords if argument.in_ not in places]
        return tuple(sorted([*way.arguments, *others], key=lambda argument: not argument.required))

    @property
    def written(self) -> tuple[Parameter, ...]:
        """The parameters that are written in another way than the usual one of their place."""
        return tuple(one.written for one in self.arguments if one.written is not None)

    def placed(self, place: str) -> tuple[Argument, ...]:
        """The arguments that travel in one place: path, query, header, cookie, field or body."""
        return tuple(argument for argument in self.arguments if argument.in_ == place)


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The operations of one tag; the group without an attribute is the client itself.

    With `inherited` the client has the operations of the group too, beside the attribute.
    """

    tag: str
    folder: str
    attribute: str
    class_name: str
    operations: tuple[Operation, ...]
    inherited: bool = False
    description: str = ""

    @property
    def owner(self) -> str:
        """What stands between client and operation: nothing, or the attribute and a dot."""
        return "" if self.inherited or not self.attribute else f"{self.attribute}."


def _texts(types: Mapping[str, str | Mapping[str, str]]) -> Iterator[str]:
    for text in types.values():
        yield from [text] if isinstance(text, str) else text.values()
