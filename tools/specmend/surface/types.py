"""Types as normal text: full names, one spelling of each union, its branches and its values."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from typing import Final

from specmend.surface.records import ROOT

ANY: Final = "typing.Any"
NONE: Final = "None"
SELF: Final = "typing.Self"

_LISTS: Final = {
    "List": "list",
    "Dict": "dict",
    "Set": "set",
    "Tuple": "tuple",
    "Type": "type",
    "FrozenSet": "frozenset",
    "Text": "str",
}
_COLLECTIONS: Final = frozenset(
    {"AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "Callable", "Collection"}
    | {"Container", "Coroutine", "Generator", "Iterable", "Iterator", "Mapping", "MutableMapping"}
    | {"MutableSequence", "MutableSet", "Reversible", "Sequence", "Sized", "Hashable"}
    | {"ItemsView", "KeysView", "MappingView", "ValuesView"}
)
_ELSEWHERE: Final = {
    "AbstractSet": "collections.abc.Set",
    "AsyncContextManager": "contextlib.AbstractAsyncContextManager",
    "ChainMap": "collections.ChainMap",
    "ContextManager": "contextlib.AbstractContextManager",
    "Counter": "collections.Counter",
    "DefaultDict": "collections.defaultdict",
    "Deque": "collections.deque",
    "Match": "re.Match",
    "OrderedDict": "collections.OrderedDict",
    "Pattern": "re.Pattern",
}
"""Where else Python has the same (PEP 585)."""

_WRAPPERS: Final = frozenset(
    {"Annotated", "ClassVar", "Final", "Required", "NotRequired", "ReadOnly"}
)
_DOTTED: Final = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)+")
_SHORT: Final = frozenset({ROOT, "typing", "collections", "datetime", "uuid", "decimal"})
"""Modules that are left out where a type is shown."""


def normal_type(text: str, resolve: Callable[[str], str]) -> str:
    """The normal text of an annotation; `resolve` gives the full name of a name in its module."""
    try:
        tree = ast.parse(text.strip() or ANY, mode="eval").body
    except SyntaxError:
        return ANY
    return ast.unparse(_Normal(resolve).visit(tree))


def branches(text: str) -> tuple[str, ...]:
    """The members of a union, each value of a Literal for itself; the type alone otherwise."""
    return tuple(dict.fromkeys(map(ast.unparse, _branches(_parsed(text)))))


@lru_cache(maxsize=10_000)
def same_form(text: str) -> str:
    """One text for all orders of unions, at every depth."""
    return ast.unparse(_Sorted().visit(_copied(text)))


def names_in(text: str) -> frozenset[str]:
    """The full names that a type has in it."""
    return frozenset(_DOTTED.findall(text))


def renamed(text: str, names: Mapping[str, str]) -> str:
    """The type with other names for some."""
    return _DOTTED.sub(lambda found: _outer(found.group(), names), text)


def replaced(text: str, types: Mapping[str, str]) -> str:
    """The type with other types for some names; a name with arguments of its own stays."""
    return ast.unparse(_Replaced(types).visit(_copied(text)))


def shown(text: str) -> str:
    """A type as people write it."""
    return _DOTTED.sub(_short, text)


def parts(text: str) -> tuple[str, tuple[str, ...]]:
    """A generic type and its arguments; no arguments where it has none."""
    tree = _parsed(text)
    if not isinstance(tree, ast.Subscript):
        return text, ()
    inner = tree.slice.elts if isinstance(tree.slice, ast.Tuple) else [tree.slice]
    return ast.unparse(tree.value), tuple(map(ast.unparse, inner))


def union(members: list[str]) -> str:
    """A type of any of the members."""
    return " | ".join(dict.fromkeys(members)) or "typing.Never"


def literals(text: str) -> tuple[str, ...]:
    """The values that a type lists, as code."""
    listed = [parts(one) for one in branches(text)]
    return tuple(value for head, inner in listed if head == "typing.Literal" for value in inner)


def known_words(text: str) -> str:
    """The type with Any for names that are neither builtin nor of a module."""
    return ast.unparse(_KnownWords().visit(_copied(text)))


def _outer(name: str, names: Mapping[str, str]) -> str:
    """The new name of a name, or of the thing that it is a member of."""
    if name in names:
        return names[name]
    owner, _, member = name.rpartition(".")
    return f"{names[owner]}.{member}" if owner in names else name


def _short(found: re.Match[str]) -> str:
    first, *_, last = found.group().split(".")
    return last if first in _SHORT else found.group()


@lru_cache(maxsize=10_000)
def _parsed(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _copied(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def _branches(tree: ast.expr) -> Iterator[ast.expr]:
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.BitOr):
        yield from _branches(tree.left)
        yield from _branches(tree.right)
    elif isinstance(tree, ast.Subscript) and _is_literal(tree):
        values = tree.slice.elts if isinstance(tree.slice, ast.Tuple) else [tree.slice]
        yield from (ast.Subscript(tree.value, value, ast.Load()) for value in values)
    else:
        yield tree


def _is_literal(tree: ast.expr) -> bool:
    return isinstance(tree, ast.Subscript) and ast.unparse(tree.value) == "typing.Literal"


class _Normal(ast.NodeTransformer):
    """Writes full names, `X | None` for Optional, and leaves out what says nothing of the type."""

    def __init__(self, resolve: Callable[[str], str]) -> None:
        self._resolve = resolve

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return _name(self._resolve(node.id))

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        dotted = ast.unparse(node)
        return _name(self._resolve(dotted)) if _DOTTED.fullmatch(dotted) else node

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if isinstance(node.value, str):
            return _copied(normal_type(node.value, self._resolve))
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        head: ast.expr = self.visit(node.value)
        word = ast.unparse(head).rpartition(".")[2] if _is_of_typing(head) else ""
        inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if word == "Literal":
            return ast.Subscript(head, node.slice, ast.Load())
        if word in _WRAPPERS:
            kept: ast.expr = self.visit(inner[0])
            return kept
        visited = [self.visit(one) for one in inner]
        if ast.unparse(head) == "collections.abc.Callable" and not isinstance(inner[0], ast.List):
            # The parameters of another function are any.
            visited[0] = ast.Constant(...)
        if word == "Optional":
            return _either([*visited, ast.Constant(None)])
        if word == "Union":
            return _either(visited)
        is_many = isinstance(node.slice, ast.Tuple)
        return ast.Subscript(
            head, ast.Tuple(visited, ast.Load()) if is_many else visited[0], ast.Load()
        )


class _Sorted(ast.NodeTransformer):
    """Sorts unions and the values of Literal."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        if not isinstance(node.op, ast.BitOr):
            # It is no type, and was taken for one.
            return node
        return _either(self._sorted(node))

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if _is_literal(node):
            return _either(self._sorted(node))
        self.generic_visit(node)
        return node

    def _sorted(self, node: ast.expr) -> list[ast.expr]:
        texts = set()
        for one in _branches(node):
            texts.add(ast.unparse(one if _is_literal(one) else self.visit(one)))
        return [_copied(text) for text in sorted(texts) if not _is_covered(text, texts)]


class _Replaced(ast.NodeTransformer):
    """Puts types in the place of names."""

    def __init__(self, types: Mapping[str, str]) -> None:
        self._types = types

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        name = ast.unparse(node)
        return _copied(self._types[name]) if name in self._types else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if not _is_literal(node):
            node.slice = self.visit(node.slice)
        return node


class _KnownWords(ast.NodeTransformer):
    """Puts Any in place of the names of type parameters."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return node if hasattr(builtins, node.id) else _copied(ANY)


def _is_covered(text: str, others: Collection[str]) -> bool:
    """Whether a listed value is one of a type beside it."""
    head, inner = parts(text)
    if head != "typing.Literal":
        return False
    value = ast.literal_eval(inner[0]) if _is_constant(inner[0]) else None
    return type(value).__name__ in others and value is not None


def _is_constant(text: str) -> bool:
    return isinstance(_parsed(text), ast.Constant)


def _is_of_typing(tree: ast.expr) -> bool:
    return ast.unparse(tree).startswith("typing.")


def _either(members: list[ast.expr]) -> ast.expr:
    whole, *others = members
    for other in others:
        whole = ast.BinOp(whole, ast.BitOr(), other)
    return whole


def _name(full: str) -> ast.expr:
    """A name in the spelling that all packages share."""
    module, _, word = full.replace("typing_extensions.", "typing.", 1).rpartition(".")
    if module == "typing" and word in _LISTS:
        return ast.Name(_LISTS[word], ast.Load())
    if module == "typing" and word in _ELSEWHERE:
        return _copied(_ELSEWHERE[word])
    if module == "typing" and word in _COLLECTIONS:
        module = "collections.abc"
    return _copied(f"{module}.{word}" if module else word)
