"""The arguments of a method: path, body, query, headers, cookies, by names that do not clash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from specmend.generate.client.examples import body_example, example_value
from specmend.generate.client.records import Argument, Body
from specmend.generate.client.wording import Wording, python_name

_KINDS = {"json": "json", "data": "form", "files": "multipart", "content": "content"}


def read_body(endpoint: Any, wording: Wording) -> Body | None:
    """The first body that the endpoint takes; JSON comes first in a normalized document."""
    if not endpoint.bodies:
        return None
    first = endpoint.bodies[0]
    kind = _KINDS[str(first.body_type)]
    return Body(
        kind=kind,
        media_type=first.content_type.get_untrusted_value(),
        type=wording.model(first.prop) or wording.received(first.prop),
        required=bool(first.prop.required),
        spread=kind != "content" and wording.is_model(first.prop),
    )


def read_arguments(
    endpoint: Any, node: dict[str, Any], body: Body | None, wording: Wording
) -> tuple[Argument, ...]:
    """All arguments of an operation; a name that is taken gets its place as a suffix."""
    styles = {
        (spec.get("in"), spec.get("name")): _style(spec) for spec in node.get("parameters", [])
    }
    shown = body_example(node, body.media_type) if body else {}
    taken: set[str] = set()
    settled = []
    for argument in _all_arguments(endpoint, body, wording):
        name = argument.name
        while name in taken:
            name = f"{name}_{argument.in_}"
        taken.add(name)
        if argument.in_ == "field" and argument.wire in shown:
            argument = replace(argument, example=shown[argument.wire])  # noqa: PLW2901
        settled.append(
            replace(argument, name=name, style=styles.get((argument.in_, argument.wire), ""))
        )
    return tuple(settled)


def _all_arguments(endpoint: Any, body: Body | None, wording: Wording) -> Iterator[Argument]:
    for prop in endpoint.path_parameters:
        yield _argument(prop, "path", wording)
    if body is not None:
        yield from _body_arguments(endpoint.bodies[0].prop, body, wording)
    for place in ("query", "header", "cookie"):
        for prop in getattr(endpoint, f"{place}_parameters"):
            yield _argument(prop, place, wording)


def _body_arguments(prop: Any, body: Body, wording: Wording) -> Iterator[Argument]:
    if body.spread:
        for field in wording.fields(prop):
            yield _argument(field, "field", wording, upload=body.kind == "multipart")
        return
    annotation = (
        "Content"
        if body.kind == "content"
        else wording.given(prop, upload=body.kind == "multipart")
    )
    yield Argument(
        name="body",
        wire="body",
        annotation=annotation,
        required=body.required,
        in_="body",
        example='b"..."' if body.kind == "content" else example_value(prop, wording),
    )


def _argument(prop: Any, place: str, wording: Wording, *, upload: bool = False) -> Argument:
    wire = prop.name.get_untrusted_value()
    return Argument(
        name=python_name(str(prop.python_name)),
        wire=wire,
        annotation=wording.given(prop, upload=upload),
        required=bool(prop.required),
        in_=place,
        example=example_value(prop, wording),
        description=prop.description.get_untrusted_value() if prop.description else "",
    )


def _style(parameter: dict[str, Any]) -> str:
    """How a list or object is written in a query: the styles of OpenAPI 3.1, section 4.8.12.2."""
    style = parameter.get("style", "form")
    if parameter.get("in") != "query":
        return ""
    if style == "form":
        return "form" if parameter.get("explode", True) else "comma"
    return str(style)
