"""Reads functions and methods: one signature for each overload."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Protocol

from griffe import Function as Found
from griffe import Object, Parameter, ParameterKind

from specmend.surface.records import Argument, ArgumentKind, Function, Signature
from specmend.surface.types import ANY, NONE, normal_type, parts

_KINDS: Final[dict[ParameterKind | None, ArgumentKind]] = {
    ParameterKind.positional_only: "positional",
    ParameterKind.positional_or_keyword: "either",
    ParameterKind.var_positional: "rest",
    ParameterKind.keyword_only: "keyword",
    ParameterKind.var_keyword: "keywords",
    None: "either",
}


_WRAPPED: Final = {
    "contextlib.contextmanager": "contextlib.AbstractContextManager",
    "contextlib.asynccontextmanager": "contextlib.AbstractAsyncContextManager",
}
"""What decorators make of the records that a function gives."""


_PACKED: Final = "typing.Unpack"
_IN_TURN: Final = frozenset(
    f"collections.abc.{name}" for name in ("AsyncGenerator", "AsyncIterable", "AsyncIterator")
)


_CALLED_BY_USERS: Final = frozenset({"__call__", "__init__", "__new__"})


class Names(Protocol):
    """Knows the full names of names."""

    def resolver(self, scope: Object) -> Callable[[str], str]:
        """Finds the full name of a name in a module or class."""

    def name(self, target: str) -> str:
        """The full name of what is defined at a path."""

    def keys(self, full: str) -> tuple[Argument, ...] | None:
        """The keys of a typed dict of the package as arguments; None where it is none."""

    def is_variable(self, full: str) -> bool:
        """Whether a full name is that of a type variable."""


def read_function(path: str, found: Object, names: Names) -> Function:
    """A function or method as its users call it."""
    assert isinstance(found, Found)  # noqa: S101 - the kind was asked before
    is_method = found.parent is not None and found.parent.is_class
    bound = is_method and "staticmethod" not in found.labels
    forms = found.overloads or [found]
    wrapped = [
        _WRAPPED[one.callable_path] for one in found.decorators if one.callable_path in _WRAPPED
    ]
    signatures = tuple(_signature(form, names, bound=bound, wrapped=wrapped) for form in forms)
    return Function(
        path=path,
        signatures=signatures,
        deprecated=_is_deprecated(found) or all(one.deprecated for one in signatures),
        on_class=bool(found.labels & {"staticmethod", "classmethod"}),
        is_abstract="abstractmethod" in found.labels,
    )


def signature_of(found: Object, names: Names) -> Signature:
    """The signature of a constructor."""
    return read_function("", found, names).signatures[0]


def _signature(form: Found, names: Names, *, bound: bool, wrapped: list[str]) -> Signature:
    resolve = names.resolver(form.parent or form)
    parameters = list(form.parameters)[1 if bound else 0 :]
    returns = str(form.returns) if form.returns is not None else ANY
    gives = NONE if returns == NONE else normal_type(returns, resolve)
    for manager in wrapped:
        gives = f"{manager}[{(parts(gives)[1] or (ANY,))[0]}]"
    return Signature(
        arguments=tuple(_arguments(form.name, parameters, resolve, names)),
        returns=gives,
        waits="async" in form.labels and not wrapped and not _gives_in_turn(form, gives),
        deprecated=_is_deprecated(form),
    )


def _is_deprecated(form: Found) -> bool:
    return any(one.callable_path.endswith(".deprecated") for one in form.decorators)


def _gives_in_turn(form: Found, gives: str) -> bool:
    """Whether an asynchronous function yields: it is not awaited, and what it gives is read."""
    if parts(gives)[0] not in _IN_TURN:
        return False
    text = form.source
    # A method stands further to the right, as what it is inside of here.
    tree = ast.parse(f"if True:\n{text}" if text[:1].isspace() else text)
    made = next((one for one in ast.walk(tree) if isinstance(one, ast.AsyncFunctionDef)), tree)
    return any(isinstance(node, ast.Yield) for node in _own(made))


def _own(tree: ast.AST) -> Iterator[ast.AST]:
    """What is in a function, and in no function inside of it."""
    for node in ast.iter_child_nodes(tree):
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _own(node)


def _arguments(
    called: str, parameters: Iterable[Parameter], resolve: Callable[[str], str], names: Names
) -> Iterator[Argument]:
    """The arguments; those of any name that are the keys of a typed dict are these (PEP 692)."""
    for one in parameters:
        argument = _argument(called, one, resolve)
        head, inner = parts(argument.type)
        is_packed = argument.kind == "keywords" and head == _PACKED and inner
        keys = names.keys(parts(inner[0])[0]) if is_packed else None
        yield from (argument,) if keys is None else keys


def _argument(called: str, one: Parameter, resolve: Callable[[str], str]) -> Argument:
    variadic = one.kind in {ParameterKind.var_positional, ParameterKind.var_keyword}
    text = ANY if one.annotation is None else str(one.annotation)
    return Argument(
        name=one.name.lstrip("*"),
        kind="positional" if _is_nameless(called, one) else _KINDS[one.kind],
        type=normal_type(text, resolve),
        default=None if one.default is None or variadic else str(one.default),
    )


def _is_nameless(called: str, one: Parameter) -> bool:
    """Whether an argument has no name: of what Python itself calls, or by old custom (PEP 484)."""
    if one.kind not in {ParameterKind.positional_or_keyword, None}:
        return False
    return _is_special(called) or (one.name.startswith("__") and not one.name.endswith("__"))


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__") and name not in _CALLED_BY_USERS
