"""The values of the parameters of an operation, out of a request, by the letter of OpenAPI."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from tests.wire import styles
from tests.wire.raw import Raw, Unreadable
from tests.wire.schemas import Root, json_value

Node = Mapping[str, Any]

_DEFAULT_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}
_VARIABLE = re.compile(r"\{([^{}]*)\}")
_NO_PARAMETERS = ("accept", "content-type", "authorization")
"""Headers that are no parameters, whatever a document says (OpenAPI 3.1 section 4.8.12.2)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """How a value is written: what a Parameter or an Encoding Object says, its defaults filled."""

    name: str
    style: str
    explode: bool
    schema: Any


@dataclass(kw_only=True, slots=True)
class Pool:
    """The raw pairs of a query, a form or the cookies; each is taken by one parameter."""

    pairs: styles.Pairs
    decode: styles.Decode
    taken: set[int] = field(default_factory=set)

    def take(self, wanted: Any) -> styles.Pairs:
        """The pairs that nobody took yet and whose decoded name is wanted."""
        found = [
            at
            for at, (name, _) in enumerate(self.pairs)
            if at not in self.taken and wanted(self.decode(name))
        ]
        self.taken.update(found)
        return [self.pairs[at] for at in found]

    def left(self) -> styles.Pairs:
        """The pairs that nobody took."""
        return [pair for at, pair in enumerate(self.pairs) if at not in self.taken]


def style_of(name: str, node: Node, place: str, schema: Any) -> Style:
    """The style of a parameter, or of a field by its Encoding Object."""
    style = str(node.get("style", _DEFAULT_STYLES[place]))
    explode = bool(node.get("explode", style in ("form", "cookie")))
    return Style(name=name, style=style, explode=explode, schema=schema)


def read_parameters(
    root: Root, template: str, listed: list[Any], raw: Raw, base: str = ""
) -> dict[tuple[str, str], Any]:
    """The values by place and name; what is missing in the request is missing here.

    Raises Unreadable where the request does not follow the document.
    """
    nodes = [root.follow(node) for node in listed]
    path, _, fixed = template.partition("?")
    found = dict(_in_path(root, base + path, nodes, raw.path))
    found |= _in_query(root, nodes, raw.query, fixed)
    found |= _in_headers(root, nodes, raw)
    cookies = raw.header("cookie")
    wanted = [node for node in nodes if node["in"] == "cookie"]
    if cookies is not None:
        pairs = [styles.cut(piece, "=") for piece in cookies.split("; ")]
        found |= _in_cookies(root, wanted, pairs)
    missing = [
        (node["in"], node["name"])
        for node in nodes
        if node.get("required")
        and (node["in"], node["name"]) not in found
        # A list or an object without members is undefined (RFC 6570 section 2.3).
        and ("content" in node or styles.shape(root, node.get("schema")) == "single")
    ]
    if missing:
        raise Unreadable(f"{missing} are required")
    return found


def _in_path(
    root: Root, template: str, nodes: list[Node], path: str
) -> Iterator[tuple[tuple[str, str], Any]]:
    texts = _cut_out(template, path)
    for name, text in texts.items():
        node = next((one for one in nodes if (one["in"], one["name"]) == ("path", name)), None)
        if node is None:
            yield ("path", name), styles.percent(text)
        elif "content" in node:
            yield ("path", name), of_content(root, node, styles.percent(text))
        else:
            yield ("path", name), _of_path(root, style_of(name, node, "path", node["schema"]), text)


def _cut_out(template: str, path: str) -> dict[str, str]:
    """The raw texts of the variables of a template; the rest of it stands in the path as it is."""
    pieces = _VARIABLE.split(template)
    literals, names = pieces[::2], pieces[1::2]
    safe = "/:?#[]@!$&'()*+,;=~%"
    pattern = "([^/]*)".join(re.escape(quote(literal, safe=safe)) for literal in literals)
    match = re.fullmatch(pattern, path)
    if match is None:
        raise Unreadable(f"{path!r} is no path of {template!r}")
    return dict(zip(names, match.groups(), strict=True))


def _of_path(root: Root, of: Style, text: str) -> Any:
    words: dict[str, Any] = {"explode": of.explode, "decode": styles.percent}
    if of.style == "label":
        return styles.label(root, of.schema, text, **words)
    if of.style == "matrix":
        return styles.matrix(root, of.schema, of.name, text, **words)
    kind = styles.shape(root, of.schema)
    if not text and kind != "single":
        return [] if kind == "array" else {}
    return styles.simple(root, of.schema, text, **words)


def _in_query(root: Root, nodes: list[Node], query: str, fixed: str) -> dict[tuple[str, str], Any]:
    whole = next((node for node in nodes if node["in"] == "querystring"), None)
    if whole is not None:
        return {("querystring", whole["name"]): _whole(root, whole, query)} if query else {}
    pool = Pool(pairs=query_pairs(query), decode=styles.form)
    for name, value in query_pairs(fixed):
        if (name, value) not in pool.pairs:
            raise Unreadable(f"the query has no {name}={value}, which the path has")
        pool.taken.add(pool.pairs.index((name, value)))
    found: dict[tuple[str, str], Any] = {}
    wanted = [node for node in nodes if node["in"] == "query"]
    for node in (one for one in wanted if "content" in one):
        for _, text in pool.take(lambda name, node=node: name == node["name"]):
            found["query", node["name"]] = of_content(root, node, styles.form(text))
    described = [
        style_of(node["name"], node, "query", node["schema"])
        for node in wanted
        if "content" not in node
    ]
    found |= {("query", name): value for name, value in read_pool(root, described, pool).items()}
    return found


def query_pairs(query: str) -> styles.Pairs:
    """The raw pairs of a query or of a form."""
    return [styles.cut(piece, "=") for piece in query.split("&")] if query else []


def read_pool(root: Root, described: list[Style], pool: Pool) -> dict[str, Any]:
    """The values of query parameters or of the fields of a form; no pair may be left over.

    Objects that take any name come last: what nobody else knows is theirs.
    """
    found: dict[str, Any] = {}
    for of in sorted(described, key=lambda one: (_takes(root, one), _is_open(root, one))):
        value = _of_pool(root, of, pool)
        if value is not None:
            found[of.name] = value
    if pool.left():
        raise Unreadable(f"{pool.left()} are nobody's")
    return found


def _takes(root: Root, of: Style) -> bool:
    """Whether a value has the names of its own members."""
    is_object = styles.shape(root, of.schema) == "object"
    return is_object and of.explode and of.style in ("form", "cookie")


def _is_open(root: Root, of: Style) -> bool:
    return not root.properties(of.schema)


def _of_pool(root: Root, of: Style, pool: Pool) -> Any:
    if of.style == "deepObject":
        pairs = pool.take(lambda name: name.startswith(f"{of.name}["))
        cut = [(_keys(of.name, pool.decode(name)), pool.decode(value)) for name, value in pairs]
        return styles.deep(root, of.schema, cut) if cut else None
    if _takes(root, of):
        known = root.properties(of.schema)
        pairs = pool.take(lambda name: not known or name in known)
    else:
        pairs = pool.take(lambda name: name == of.name)
    if not pairs:
        return None
    separators = {"spaceDelimited": " ", "pipeDelimited": "|"}
    if of.style in separators and not of.explode:
        if len(pairs) > 1:
            raise Unreadable(f"{of.name} stands {len(pairs)} times")
        separator = separators[of.style]
        return styles.delimited(root, of.schema, pairs[0][1], separator, decode=pool.decode)
    return styles.named(root, of.schema, of.name, pairs, explode=of.explode, decode=pool.decode)


def _keys(name: str, whole: str) -> list[str]:
    """The keys between the brackets after a name."""
    inner = whole.removeprefix(name)
    if not inner.endswith("]"):
        raise Unreadable(f"{whole!r} has no closing bracket")
    keys = inner[1:-1].split("][")
    return [key for at, key in enumerate(keys) if key or not at]


def _in_headers(root: Root, nodes: list[Node], raw: Raw) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {}
    for node in nodes:
        if node["in"] != "header" or node["name"].lower() in _NO_PARAMETERS:
            continue
        text = raw.header(node["name"])
        if text is None:
            continue
        key = ("header", node["name"])
        if "content" in node:
            found[key] = of_content(root, node, text)
            continue
        of = style_of(node["name"], node, "header", node["schema"])
        is_many = styles.shape(root, of.schema) != "single"
        found[key] = (
            ([] if styles.shape(root, of.schema) == "array" else {})
            if is_many and not text
            else styles.simple(root, of.schema, text, explode=of.explode, decode=styles.plain)
        )
    return found


def _in_cookies(root: Root, nodes: list[Node], pairs: styles.Pairs) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {}
    written = [node for node in nodes if "content" in node]
    for node in written:
        for name, text in pairs:
            if name == node["name"]:
                # No JSON text begins with a percent sign: one that does is encoded.
                is_encoded = text.startswith("%") and not content_of(node)[0].startswith("text/")
                held = styles.percent(text) if is_encoded else text
                found["cookie", name] = of_content(root, node, held)
    rest = [pair for pair in pairs if pair[0] not in {node["name"] for node in written}]
    described = [
        style_of(node["name"], node, "cookie", node["schema"])
        for node in nodes
        if "content" not in node
    ]
    for decode, is_own in ((styles.plain, True), (styles.percent, False)):
        chosen = [of for of in described if (of.style == "cookie") is is_own]
        names = {name for of in chosen for name in _names(root, of)}
        mine = [pair for pair in rest if not is_own or pair[0] in names]
        rest = [pair for pair in rest if pair not in mine]
        read = read_pool(root, chosen, Pool(pairs=mine, decode=decode))
        found |= {("cookie", name): value for name, value in read.items()}
    return found


def _names(root: Root, of: Style) -> set[str]:
    return root.properties(of.schema) if _takes(root, of) else {of.name}


def _whole(root: Root, node: Node, query: str) -> Any:
    """The whole query (OpenAPI 3.2, Parameter Locations): a form, or a text in an address."""
    from tests.wire.bodies import read_form

    media_type, media = content_of(node)
    if media_type == "application/x-www-form-urlencoded":
        return read_form(root, root.follow(media), query)
    return of_content(root, node, styles.percent(query))


def content_of(node: Node) -> tuple[str, Any]:
    """The one media type of a `content`."""
    (found,) = node["content"].items()
    return str(found[0]), found[1]


def of_content(root: Root, node: Node, text: str) -> Any:
    """The value of a parameter with `content`: a text of one media type."""
    media_type, media = content_of(node)
    schema = root.follow(media).get("schema", {})
    is_json = media_type == "application/json" or media_type.endswith("+json")
    return json_value(text) if is_json else root.typed(text, schema)
