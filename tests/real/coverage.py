"""Compares a document with the facts, field by field: `python -m tests.real.coverage`."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from tests.real import SHARED
from tests.real.exceptions import EXCEPTIONS
from tests.real.shapes import Document, Facts, Field, Node, kind, kinds

ROOT = Path(__file__).parents[2]
FACTS = SHARED / "facts" / "ollama.json"
FAMILIES = {
    "ollama-native": ("native", "cloud account", "experimental"),
    "ollama-openai": ("openai", "anthropic"),
}
OUT_OF_SCOPE = "anthropic"
METHODS = ("get", "put", "post", "delete", "head", "patch")
FORMATS = ("date-time", "int64", "uuid")
SHARED_FORMATS = {"ndjson": "application/x-ndjson", "sse": "text/event-stream"}
BODYLESS = ("empty", "null")


@dataclass(kw_only=True)
class Coverage:
    """What of the facts a document says, and what it says otherwise: findings by id."""

    routes: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    findings: dict[str, str] = field(default_factory=dict)

    def row(self, api: str, exceptions: Collection[str]) -> str:
        """The line of the table; what an exception excuses is not in scope."""
        cells = [f"{api:<14}"]
        for names in (self.routes, self.fields):
            excused = {name for name in names if any(_about(found, name) for found in exceptions)}
            wrong = {
                name
                for name in names - excused
                if any(_about(found, name) for found in self.findings)
            }
            scope = len(names) - len(excused)
            percent = 100 * (scope - len(wrong)) / scope if scope else 100.0
            cells.append(
                f"{scope - len(wrong):>4} of {scope:<4} {percent:5.1f} %"
                f"  {len(excused):>4} excepted"
            )
        return " | ".join(cells)


HEADING = f"{'API':<14} | {'routes':<30} | fields"


def _about(finding: str, name: str) -> bool:
    """Whether a finding is about a route, a field, or the whole type of a field."""
    return finding.startswith((f"{name} ", f"{name.rpartition('.')[0]} "))


def cover(api: str) -> Coverage:
    """Compare the sanitized document of an API with the facts."""
    facts = Facts(json.loads(FACTS.read_bytes()))
    tree = yaml.load((ROOT / "spec" / api / "sanitized.yaml").read_bytes(), yaml.CSafeLoader)
    return Comparison(facts, Document(tree)).run(FAMILIES[api])


class Comparison:
    """One document beside the facts."""

    def __init__(self, facts: Facts, document: Document) -> None:
        self._facts = facts
        self._document = document
        self._result = Coverage()
        self._seen: set[tuple[str, str, bool]] = set()
        self._compared: set[str] = set()

    def run(self, families: Collection[str]) -> Coverage:
        """Compare every route of the families, and every operation of the document."""
        described = dict(self._operations())
        for route in self._facts.routes:
            if route["family"] in families:
                name = f"{route['method']} {route['path_openapi']}"
                self._result.routes.add(name)
                operation = described.pop(name, None)
                if operation is None:
                    self._find(f"{name} missing", "the document does not have the route")
                else:
                    self._route(name, route, operation)
                if route["family"] != OUT_OF_SCOPE:
                    self._count(route)
        for name in described:
            self._find(f"{name} extra", "the server does not have the route")
        reached = {name.rpartition(".")[0] for name in self._result.fields}
        for name in sorted(reached - self._compared):
            self._find(
                f"{name} missing", "no schema of the document stands where the server has this type"
            )
        return self._result

    def _operations(self) -> Iterator[tuple[str, Node]]:
        tree = self._document.tree
        for path, item in tree["paths"].items():
            prefix = urlsplit((item.get("servers") or tree["servers"])[0]["url"]).path.rstrip("/")
            for method in METHODS:
                if method in item:
                    yield f"{method.upper()} {prefix}{path}", item[method]

    def _find(self, name: str, words: str) -> None:
        self._result.findings.setdefault(name, words)

    def _count(self, route: Node) -> None:
        """Note the fields of every type that a route reaches, in the document or not."""
        pending = [route["request"], route["response"], route["streaming"].get("item")]
        seen: set[str] = set()
        while pending:
            name = pending.pop()
            if name in self._facts.types and name not in seen:
                seen.add(name)
                self._result.fields |= {f"{name}.{key}" for key in self._facts.types[name]}
                text = json.dumps(self._facts.types[name])
                pending += [other for other in self._facts.types if f'"#/types/{other}"' in text]

    def _route(self, name: str, route: Node, operation: Node) -> None:
        for word, mark in (("deprecated", "deprecated"), ("experimental", "x-experimental")):
            if bool(operation.get(mark)) != route[word]:
                self._find(f"{name} {word}", f"the server says {route[word]}")
        content = self._document.resolve(operation.get("requestBody") or {}).get("content") or {}
        self._request(name, route["request"] or "", content)
        responses = {
            str(code): self._document.resolve(node) for code, node in operation["responses"].items()
        }
        codes = {str(status["code"]) for status in route["status"]}
        for code in sorted(codes - set(responses)):
            self._find(f"{name} {code} missing", "the server answers with this status")
        for code in sorted(set(responses) - codes - {"default"}):
            self._find(f"{name} {code} extra", "the server never answers with this status")
        for status in route["status"]:
            if str(status["code"]) in responses:
                self._body(
                    f"{name} {status['code']}", status["body"], responses[str(status["code"])]
                )
        self._stream(name, route["streaming"], responses.get("200", {}), content)

    def _request(self, name: str, wanted: str, content: Node) -> None:
        media_type = (
            wanted.partition(":")[0].partition(" ")[0] if "/" in wanted else "application/json"
        )
        if not wanted:
            if content:
                self._find(f"{name} request", "the server reads no body")
        elif media_type not in content:
            self._find(f"{name} request", f"the server reads {media_type}")
        elif wanted in self._facts.types:
            self._compare(
                wanted, {"$ref": f"#/types/{wanted}"}, content[media_type]["schema"], reply=False
            )
        elif media_type == "multipart/form-data":
            self._form(name, wanted.partition(":")[2], content[media_type]["schema"])

    def _form(self, name: str, wanted: str, schema: Node) -> None:
        expected = {
            part.strip().removesuffix("?"): not part.strip().endswith("?")
            for part in wanted.split(",")
        }
        found = {key: value.required for key, value in self._document.fields(schema).items()}
        if found != expected:
            self._find(f"{name} request", f"the server reads {expected}, not {found}")

    def _body(self, name: str, wanted: str, response: Node) -> None:
        content = response.get("content") or {}
        if wanted in BODYLESS:
            if content:
                self._find(f"{name} body", "the server sends none")
        elif wanted.startswith("Text"):
            if "text/plain" not in content:
                self._find(f"{name} body", "the server sends plain text")
        elif "application/json" not in content:
            self._find(f"{name} body", "the server sends JSON")
        else:
            known = wanted in self._facts.types
            fact = {"$ref": f"#/types/{wanted}"} if known else self._facts.errors[wanted]["schema"]
            self._compare(wanted, fact, content["application/json"]["schema"], reply=True)

    def _stream(self, name: str, wanted: Node, response: Node, content: Node) -> None:
        media_type = SHARED_FORMATS.get(wanted["format"], "")
        media = {
            key: value
            for key, value in (response.get("content") or {}).items()
            if "x-stream" in value
        }
        if set(media) != ({media_type} if media_type else set()):
            self._find(f"{name} stream", f"the server streams {media_type or 'nothing'}")
            return
        if not media:
            return
        mark = media[media_type]["x-stream"]
        fields = self._document.fields(content["application/json"]["schema"])
        switch = fields.get(wanted["switch"])
        if (
            mark.get("framing") != wanted["format"]
            or mark.get("toggle") != wanted["switch"]
            or switch is None
        ):
            self._find(f"{name} stream", f"{wanted['switch']} asks for {wanted['format']}")
        elif self._document.resolve(switch.schema).get("default", False) != wanted["default"]:
            self._find(f"{name} default", f"the server streams by default: {wanted['default']}")
        if wanted["format"] == "ndjson" and mark.get("error") != "error":
            self._find(f"{name} error", "an error can come in the middle of the stream")
        end = {
            "done:true": mark.get("terminal") == "done",
            "data: [DONE]": mark.get("sentinel") == "[DONE]",
            "status success": mark.get("terminal") == {"status": "success"},
            "response.completed (no [DONE])": "response.completed" in str(mark.get("terminal")),
        }
        if not end.get(wanted["end"], False):
            self._find(f"{name} end", f"the stream ends with {wanted['end']}")
        if wanted["item"] in self._facts.types:
            schema = media[media_type]["schema"]
            self._compare(wanted["item"], {"$ref": f"#/types/{wanted['item']}"}, schema, reply=True)

    def _compare(self, name: str, fact: Node, schema: Node, *, reply: bool) -> None:
        """Compare an object of the facts with the variant that has most of its fields."""
        expected = self._facts.fields(fact)
        objects = [found for found in self._document.variants(schema) if kind(found) == "object"]
        candidates = [self._document.fields(found) for found in objects]
        if not candidates:
            self._find(f"{name} type", "the server has an object")
            return
        found = max(
            candidates,
            key=lambda one: len(one.keys() & expected.keys()) - len(one.keys() - expected.keys()),
        )
        self._compared.add(name)
        key = (
            name,
            json.dumps(sorted((a, b.required, str(b.schema)) for a, b in found.items())),
            reply,
        )
        if key in self._seen:
            return
        self._seen.add(key)
        for extra in sorted(found.keys() - expected.keys()):
            self._find(f"{name}.{extra} extra", "the server does not have it")
        for key_name, wanted in expected.items():
            if key_name not in found:
                self._find(f"{name}.{key_name} missing", "the server has it")
            else:
                self._field(f"{name}.{key_name}", wanted, found[key_name], reply=reply)

    def _field(self, name: str, wanted: Field, found: Field, *, reply: bool) -> None:
        if wanted.required != found.required:
            self._find(
                f"{name} presence", f"required is {found.required}, the server: {wanted.required}"
            )
        nullable = wanted.nullable and not (reply and wanted.omitted)
        anything = kinds(self._facts.variants(wanted.schema)) == {"any"}
        if nullable != found.nullable and not anything:
            self._find(
                f"{name} null",
                f"null is {'' if found.nullable else 'not '}allowed, the server: {nullable}",
            )
        self._schema(name, wanted.schema, found.schema, reply=reply)

    def _schema(self, name: str, wanted: Node, found: Node, *, reply: bool) -> None:
        facts, ours = list(self._facts.variants(wanted)), list(self._document.variants(found))
        expected, actual = kinds(iter(facts)) - {"null"}, kinds(iter(ours)) - {"null"}
        if expected == {"any"}:
            return  # what the server does not look into, a document may describe as it likes
        if expected != actual and expected:
            self._find(f"{name} type", f"{sorted(actual)}, the server: {sorted(expected)}")
            return
        for one in facts:
            same = [other for other in ours if kind(other) == kind(one)]
            for other in same[:1]:
                self._words(name, one, other, reply=reply)
            if kind(one) == "array" and same:
                self._schema(name, one.get("items", {}), same[0].get("items", {}), reply=reply)
            elif self._facts.type_name(one):
                self._compare(self._facts.type_name(one), one, {"anyOf": same}, reply=reply)
            elif "properties" in one:
                self._compare(name, one, {"anyOf": same}, reply=reply)
            elif isinstance(one.get("additionalProperties"), dict) and same:
                inner = same[0].get("additionalProperties")
                self._schema(
                    name,
                    one["additionalProperties"],
                    inner if isinstance(inner, dict) else {},
                    reply=reply,
                )

    def _words(
        self, name: str, wanted: Mapping[str, Any], found: Mapping[str, Any], *, reply: bool
    ) -> None:
        """The format, and the list of values: closed where the server's is, never in replies."""
        if wanted.get("format") in FORMATS and wanted["format"] != found.get("format"):
            self._find(f"{name} format", f"{found.get('format')}, the server: {wanted['format']}")
        if (
            wanted.get("contentEncoding")
            and found.get("format") != "byte"
            and "contentEncoding" not in found
        ):
            self._find(f"{name} format", "the server has base64")
        if set(found.get("enum", ())) != set(wanted.get("enum", ())) and not (
            reply and "enum" not in found
        ):
            self._find(f"{name} values", f"{found.get('enum')}, the server: {wanted.get('enum')}")


def table(coverages: Mapping[str, Coverage]) -> str:
    """The coverage of every API, a line each, and the exceptions under it."""
    rows = [coverage.row(api, EXCEPTIONS[api]) for api, coverage in coverages.items()]
    reasons = [
        f"  {api}  {name}: {why}" for api in coverages for name, why in EXCEPTIONS[api].items()
    ]
    return "\n".join([HEADING, *rows, "exceptions:", *reasons])


def main() -> int:
    """Print the table, and what no exception excuses."""
    if not FACTS.is_file():
        print(f"{FACTS} is not there")
        return 2
    coverages = {api: cover(api) for api in FAMILIES}
    print(table(coverages))
    left = [
        f"{api}  {name}: {words}"
        for api, coverage in coverages.items()
        for name, words in coverage.findings.items()
        if name not in EXCEPTIONS[api]
    ]
    print("\n".join(left))
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
