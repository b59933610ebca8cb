"""Types as trees: their normal form, their members, and the one text of each."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final

ANY: Final = "typing.Any"

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
_FULL: Final = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)+")
_LITERAL: Final = "typing.Literal"


def tree_of(text: str) -> ast.expr:
    """The tree of a type. Raises SyntaxError for what is none."""
    return ast.parse(text, mode="eval").body


@lru_cache(maxsize=50_000)
def read_tree(text: str) -> ast.expr:
    """The tree of a type, to be read alone: others have the same. Raises SyntaxError."""
    return tree_of(text)


def spelled(tree: ast.expr) -> str:
    """The text of a type; a union of any length is no deeper than one of two."""
    if _is_union(tree):
        return " | ".join(map(spelled, _spine(tree)))
    if isinstance(tree, ast.Subscript):
        return f"{spelled(tree.value)}[{', '.join(map(spelled, inner_of(tree))) or '()'}]"
    return ast.unparse(tree)


def inner_of(tree: ast.Subscript) -> list[ast.expr]:
    """The arguments of a generic type."""
    return tree.slice.elts if isinstance(tree.slice, ast.Tuple) else [tree.slice]


def members_of(tree: ast.expr) -> Iterator[ast.expr]:
    """The members of a union, each value of a Literal for itself; the type alone otherwise."""
    for one in _spine(tree):
        if isinstance(one, ast.Subscript) and is_literal(one):
            yield from (ast.Subscript(one.value, value, ast.Load()) for value in inner_of(one))
        else:
            yield one


def is_literal(tree: ast.expr) -> bool:
    """Whether a type lists values."""
    return isinstance(tree, ast.Subscript) and ast.unparse(tree.value) == _LITERAL


def normal_text(tree: ast.expr, resolve: Callable[[str], str]) -> str:
    """The type with full names, `X | None` for Optional, and without what says nothing of it.

    `resolve` gives the full name of a name in its module.
    """
    if isinstance(tree, ast.Name):
        return _name(resolve(tree.id))
    if isinstance(tree, ast.Constant) and isinstance(tree.value, str):
        return _quoted(tree.value, resolve)
    if isinstance(tree, ast.Subscript):
        return _generic(tree, resolve)
    if _is_union(tree):
        return " | ".join(normal_text(one, resolve) for one in _spine(tree))
    if isinstance(tree, ast.List):
        return f"[{', '.join(normal_text(one, resolve) for one in tree.elts)}]"
    dotted = ast.unparse(tree)
    return _name(resolve(dotted)) if _FULL.fullmatch(dotted) else dotted


def replaced_in(tree: ast.expr, types: Mapping[str, str]) -> ast.expr:
    """The tree with other types for some names; a name with arguments of its own stays."""
    found: ast.expr = _Replaced(types).visit(tree)
    return found


def known_in(tree: ast.expr) -> ast.expr:
    """The tree with Any for names that are neither builtin nor of a module."""
    found: ast.expr = _KnownWords().visit(tree)
    return found


def sorted_text(tree: ast.expr) -> str:
    """One text for all orders of unions and of listed values, at every depth."""
    if _is_union(tree) or is_literal(tree):
        return _sorted_members(tree)
    if isinstance(tree, ast.Subscript):
        return f"{spelled(tree.value)}[{', '.join(map(sorted_text, inner_of(tree))) or '()'}]"
    if isinstance(tree, ast.List):
        return f"[{', '.join(map(sorted_text, tree.elts))}]"
    return spelled(tree)


def _sorted_members(tree: ast.expr) -> str:
    whole, values = set(), {}
    for one in members_of(tree):
        if isinstance(one, ast.Subscript) and is_literal(one):
            values[spelled(one.slice)] = one.slice
        else:
            whole.add(sorted_text(one))
    # A listed value says nothing beside its type.
    listed = sorted(text for text, value in values.items() if _type_of(value) not in whole)
    literal = [f"{_LITERAL}[{', '.join(listed)}]"] if listed else []
    return " | ".join(sorted([*whole, *literal]))


def _type_of(value: ast.expr) -> str:
    is_known = isinstance(value, ast.Constant) and value.value is not None
    return type(value.value).__name__ if is_known and isinstance(value, ast.Constant) else ""


def _is_union(tree: ast.expr) -> bool:
    return isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.BitOr)


def _spine(tree: ast.expr) -> list[ast.expr]:
    """The members of a union from left to right; the type alone otherwise."""
    found, waiting = [], [tree]
    while waiting:
        one = waiting.pop()
        if isinstance(one, ast.BinOp) and _is_union(one):
            waiting += [one.right, one.left]
        else:
            found.append(one)
    return found


def _either(members: list[ast.expr]) -> ast.expr:
    whole, *others = members
    for other in others:
        whole = ast.BinOp(whole, ast.BitOr(), other)
    return whole


def _quoted(text: str, resolve: Callable[[str], str]) -> str:
    try:
        return normal_text(read_tree(text.strip() or ANY), resolve)
    except SyntaxError:
        return ANY


def _generic(tree: ast.Subscript, resolve: Callable[[str], str]) -> str:
    head, inner = normal_text(tree.value, resolve), inner_of(tree)
    word = head.removeprefix("typing.") if head.startswith("typing.") else ""
    if word == "Literal":
        return f"{head}[{', '.join(map(spelled, inner))}]"
    if word in _WRAPPERS:
        return normal_text(inner[0], resolve)
    texts = [normal_text(one, resolve) for one in inner]
    if word == "Optional":
        return " | ".join([*texts, "None"])
    if word == "Union":
        return " | ".join(texts)
    if head == "collections.abc.Callable" and not isinstance(inner[0], ast.List):
        # The parameters of another function are any.
        texts[0] = "..."
    return f"{head}[{', '.join(texts) or '()'}]"


class _Members(ast.NodeTransformer):
    """Visits each member of a union for itself."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        # What is no union is no type, and was taken for one.
        return _either([self.visit(one) for one in _spine(node)]) if _is_union(node) else node


class _Replaced(_Members):
    """Puts types in the place of names."""

    def __init__(self, types: Mapping[str, str]) -> None:
        self._types = types

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        name = spelled(node)
        return tree_of(self._types[name]) if name in self._types else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if not is_literal(node):
            node.slice = self.visit(node.slice)
        return node


class _KnownWords(_Members):
    """Puts Any in place of the names of type parameters."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return node if hasattr(builtins, node.id) else tree_of(ANY)


@lru_cache(maxsize=50_000)
def _name(full: str) -> str:
    """A name in the spelling that all packages share."""
    module, _, word = full.replace("typing_extensions.", "typing.", 1).rpartition(".")
    if module == "typing" and word in _LISTS:
        return _LISTS[word]
    if module == "typing" and word in _ELSEWHERE:
        return _ELSEWHERE[word]
    if module == "typing" and word in _COLLECTIONS:
        module = "collections.abc"
    return f"{module}.{word}" if module else word
