"""Whether swagger2openapi of npm, which people use, converts Swagger 2.0 documents as we do.

The tool is installed, pinned, into a folder that is thrown away. Compared are our own documents
in `swagger/`, and the files that are given as arguments. Each difference has a reason in the table
below; the exit status is 1 where one has none.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, Final

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "bench"))

from export import differences  # noqa: E402
from peers import installs, peers  # noqa: E402

from specmend.document.openapi.references import resolve  # noqa: E402
from specmend.document.text.document import read_document  # noqa: E402
from specmend.source.swagger import convert_swagger  # noqa: E402

TOOL: Final = "swagger2openapi"
REASONS: Final = (
    (
        r"encoding'\] is only in ours",
        "`csv`, `ssv` and `pipes` hold for fields of forms too",
    ),
    (
        (
            r"(x-items|x-collectionFormat|\['items'\]|x-s2o-warning)'?\]? is only in"
            r"|\['type'\] is \"array\", ours is \"string\""
        ),
        "a list that OpenAPI cannot write as it was is one text, for the caller to join",
    ),
    (
        r"\['application/x-www-form-urlencoded'\] is only in ours",
        "each media type of a form stays possible",
    ),
    (
        r"\['servers'\]\[\d+\]\['url'\] is \"//",
        "without `schemes`, https is assumed, so that the address is one",
    ),
    (
        r"\['(post|put|get)'\]\['servers'\] is only in ours",
        "the `schemes` of an operation replace those of the document",
    ),
    (
        r"\['content'\]\['[^']*'\]\['schema'\] is only in ours",
        "a media type that only an example names has the schema too",
    ),
    (
        r"\['content'\]\['(\*/\*|application/json)'\] is only in",
        "without `produces`, JSON is assumed, so that the answer has a type",
    ),
    (
        r"\['(allOf|nullable|x-nullable|\$ref)'\] is only in",
        "what stands beside `$ref` says nothing: a reference that may be null is an `allOf`",
    ),
    (r"\['mapping'\] is only in ours", "a discriminator follows names and values of its schemas"),
    (r"\['(anyOf|oneOf)'\] is only in", "a number that is whole has two types: `anyOf`"),
    (r"\['enum'\] is \[.*null\]$", "an enum that may be null lists null"),
    (
        r"\['(minimum'\] is only in ours|exclusiveMinimum'\] is \d)",
        "an exclusive bound that is a number is none in OpenAPI 3.0",
    ),
    (r"\['(enum|const)'\] is only in", "OpenAPI 3.0 has no `const`"),
    (
        r"\['schemas'\]\['\w+'\]\['required'\] is only in ours",
        "a property that says itself that it is required is required",
    ),
    (r"\['requestBody'\]\['required'\] is only in ours", "`required: false` is kept"),
    (r" is \d{16,}, ours is \d{16,}$", "the tool rounds whole numbers"),
)
"""What differs on purpose: a pattern of the difference, and why ours is as it is."""

NAMES: Final = re.compile(r'("(?:#/components/schemas/)?[\w.-]+?)_+(")')
"""Names that were not allowed end with underscores there, and without here."""


def main() -> int:
    """Install the tool, compare every document, and print the table; the exit status."""
    files = [*sorted((HERE / "swagger").glob("*.yaml")), *map(Path, sys.argv[1:])]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "package.json").write_text("{}")
        wanted = f"{TOOL}@{peers('npm-converters')[TOOL]}"
        words = ["npm", "install", "--no-audit", "--no-fund", wanted]
        if not installs(words, folder, TOOL):
            return 2
        unexplained = sum(compare(file, folder) for file in files)
    print(f"{unexplained} differences without a reason in {len(files)} documents")
    return 1 if unexplained else 0


def compare(file: Path, folder: Path) -> int:
    """Print how the two conversions of a file differ; the number of those without a reason."""
    tree = read_document(file.read_bytes(), file.name).tree
    ours, theirs = convert_swagger(tree).tree, converted(tree, folder)
    found = list(differences(plain(ours), plain(theirs), "$"))
    reasons = Counter(map(reason, found))
    unexplained = [line for line in found if not reason(line)]
    print(f"{file.name}: {len(found)} differences")
    for said, number in sorted(reasons.items()):
        if said:
            print(f"  {number:3} {said}")
    for line in unexplained:
        print(f"    ? {line}")
    return len(unexplained)


def converted(tree: Any, folder: Path) -> Any:
    """What the tool makes of a document, given as JSON so that both read the same values."""
    before, after = folder / "before.json", folder / "after.json"
    before.write_text(json.dumps(tree))
    program = folder / "node_modules" / ".bin" / TOOL
    words = [
        str(program),
        "--patch",
        "--warnOnly",
        "--refSiblings",
        "preserve",
        "-o",
        str(after),
        str(before),
    ]
    subprocess.run(words, cwd=folder, capture_output=True, timeout=120, check=True)
    return json.loads(NAMES.sub(r"\1\2", after.read_text()))


def reason(line: str) -> str:
    """Why two conversions differ like that; empty where the table does not say."""
    return next((why for pattern, why in REASONS if re.search(pattern, line)), "")


def plain(tree: Any) -> Any:
    """A document without what is only a matter of form."""
    paths = {path: item(tree, value) for path, value in tree.get("paths", {}).items()}
    components = {k: v for k, v in tree.get("components", {}).items() if k != "requestBodies" and v}
    rest = {k: v for k, v in tree.items() if k not in ("openapi", "paths", "components")}
    return without_defaults({**rest, "paths": paths, "components": components})


def item(tree: Any, value: Any) -> Any:
    """A path item whose request bodies are no references: the tool names equal ones."""
    made = {}
    for key, operation in value.items():
        body = operation.get("requestBody") if isinstance(operation, dict) else None
        inlined = {"requestBody": resolve(tree, body["$ref"])} if body and "$ref" in body else {}
        made[key] = {**operation, **inlined} if inlined else operation
    return made


def without_defaults(value: Any) -> Any:
    """A value without the styles that hold anyway, and with one way to give an example."""
    if isinstance(value, list):
        return [without_defaults(member) for member in value]
    if not isinstance(value, dict):
        return value
    made = {key: without_defaults(member) for key, member in value.items()}
    if set(made.get("examples", ())) == {"response"}:
        made["example"] = made.pop("examples")["response"]["value"]
    if made.get("parameters") == []:
        del made["parameters"]
    if "in" in made or "style" in made or "explode" in made:
        style = made.pop("style", "form" if made.get("in") == "query" else "simple")
        explode = made.pop("explode", style == "form")
        if style != "simple" or explode:
            made |= {"style and explode": [style, explode]}
    return made


if __name__ == "__main__":
    sys.exit(main())
