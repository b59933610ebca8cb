"""document/openapi is the only place that lists the methods of HTTP, or the keywords of schemas."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from tests.repository import ROOT

from specmend.document.openapi.keywords import KEYWORDS
from specmend.document.openapi.operations import METHODS, MORE_METHODS

TOOLS = ROOT / "tools"
ROOM = "specmend/document/openapi"

METHOD_NAMES = frozenset({*METHODS, MORE_METHODS}) | {method.upper() for method in METHODS}

# Words that other things have too: a field of a record may be called title, type or default.
EVERYDAY = {"type", "title", "description", "format", "required", "default", "pattern", "not"}
TYPES = {"object", "array", "string", "integer", "number", "boolean", "null"}
KEYWORD_NAMES = frozenset({*KEYWORDS, "$ref"})

ENOUGH = 3
"""So many members of one of the two sets in one collection make a list of them."""

EXCEPTIONS = {
    "specmend/validate/rules/dialect.py": "is the JSON Schema of OpenAPI's own keywords",
    "specmend/validate/rules/direct.py": "writes the JSON Schema of the standard in other words",
    "specmend/validate/rules/extra_fields.py": "reads the JSON Schemas of the standard itself",
    "specmend/validate/rules/loosened.py": "writes the JSON Schemas of the standard in other words",
    "specmend/validate/rules/words.py": "has the words for a breach of each keyword",
    "specmend/generate/runtime/_retry.py": "goes into generated packages, which have no model: the "
    "methods that may be repeated (RFC 9110 section 9.2.2)",
    "specmend/generate/normalize/directions.py": "has the few keywords of canonical schemas",
    "specmend/generate/types/bounds.py": "says for each bound how a default is compared with it",
    "specmend/generate/remarks.py": "has the words for each keyword that no type can hold",
    "specmend/generate/types/write.py": "has the names that pydantic has for bounds",
    "specmend/steps/edit_parameters.py": "reads our own schemas of the parameters of named edits, "
    "not the schemas of documents",
    "specmend/steps/schema_faults.py": "says in words what our own schema of step files asks for",
}

ANOTHER_STANDARD = "specmend/source/swagger"
"""Swagger 2.0 has keywords and methods of its own, which are listed where they are converted."""

MODULES = sorted(
    path
    for path in TOOLS.rglob("*.py")
    if ROOM not in path.as_posix() and ANOTHER_STANDARD not in path.as_posix()
)


def lists_of(source: str, names: frozenset[str]) -> Iterator[tuple[int, list[str]]]:
    """The collections written in a module that list several of the names."""
    for node in ast.walk(ast.parse(source)):
        members = set(words_of(node)) & names
        if len(members) >= ENOUGH and members - EVERYDAY:
            yield node.lineno, sorted(members)  # type: ignore[attr-defined]


def words_of(node: ast.AST) -> list[str]:
    """The texts that a literal collection holds, or that a call puts into one."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return texts(node.elts)
    if isinstance(node, ast.Dict):
        return [] if is_schema(node) else texts([key for key in node.keys if key])
    if isinstance(node, ast.Call):
        return texts(node.args)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value:
        # A list may hide in a text that is split.
        return node.value.split() if " " in node.value and "." not in node.value else []
    return []


def texts(nodes: list[ast.expr]) -> list[str]:
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def is_schema(node: ast.Dict) -> bool:
    """A mapping from keywords to what they say is a schema of our own, as that of a step file."""
    pairs = zip(node.keys, node.values, strict=True)
    given = {key.value: value for key, value in pairs if isinstance(key, ast.Constant)}
    kind, properties = given.get("type"), given.get("properties")
    has_type = isinstance(kind, ast.Constant) and kind.value in TYPES
    return has_type or "$schema" in given or isinstance(properties, ast.Dict | ast.Call)


def found(names: frozenset[str]) -> list[str]:
    lines = []
    for path in MODULES:
        name = path.relative_to(TOOLS).as_posix()
        if name in EXCEPTIONS:
            continue
        for line, members in lists_of(path.read_text("utf-8"), names):
            lines.append(f"tools/{name}:{line}: {', '.join(members)}")
    return lines


def test_there_is_one_table_of_methods() -> None:
    assert found(METHOD_NAMES) == []


def test_there_is_one_table_of_keywords() -> None:
    assert found(KEYWORD_NAMES) == []


def test_the_room_itself_has_each_table_once() -> None:
    tables = [
        path.name
        for path in sorted((TOOLS / ROOM).glob("*.py"))
        for _ in lists_of(path.read_text("utf-8"), METHOD_NAMES)
    ]
    assert tables == ["operations.py"]


def test_the_pointer_to_the_schemas_is_written_once() -> None:
    assert [path.name for path in MODULES if writes_pointer(path.read_text("utf-8"))] == []


def writes_pointer(source: str) -> bool:
    """Whether a module has the pointer, without a name behind it, outside of docstrings."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = [node for node in ast.walk(tree) if isinstance(node, documented)]
    docs = {ast.get_docstring(node, clean=False) for node in nodes}
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    texts = {word for word in words if isinstance(word, str)}
    return any(text.rstrip("/").endswith("components/schemas") for text in texts - docs)


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        pytest.param('x = ("get", "put")', [], id="two are no list"),
        pytest.param('x = ("get", "put", "post")', [1], id="a tuple"),
        pytest.param('x = frozenset({"get", "put", "delete"})', [1], id="a set"),
        pytest.param('x = {"GET": 1, "PUT": 2, "LINK": 0, "POST": 3}', [1], id="a mapping"),
        pytest.param('f("get", "put", "post")', [1], id="arguments"),
        pytest.param('x = "get put post".split()', [1], id="a text that is split"),
        pytest.param('"""Does get, put and post."""', [], id="a docstring"),
    ],
)
def test_a_second_list_is_found(source: str, lines: list[int]) -> None:
    assert [line for line, _ in lists_of(source, METHOD_NAMES)] == lines


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_an_exception_is_still_needed(name: str) -> None:
    assert list(lists_of((TOOLS / name).read_text("utf-8"), METHOD_NAMES | KEYWORD_NAMES))
