"""The parts of JSONPath queries (RFC 9535) that walk a document, each counting its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from jsonpath_rfc9535.filter_expressions import (
    ComparisonExpression,
    Expression,
    FilterContext,
    FilterExpressionLiteral,
    LogicalExpression,
    RelativeFilterQuery,
    _compare,
)
from jsonpath_rfc9535.node import JSONPathNode, JSONPathNodeList
from jsonpath_rfc9535.parse import Parser
from jsonpath_rfc9535.query import JSONPathQuery
from jsonpath_rfc9535.segments import (
    JSONPathChildSegment,
    JSONPathRecursiveDescentSegment,
    JSONPathSegment,
)
from jsonpath_rfc9535.selectors import (
    FilterSelector,
    JSONPathSelector,
    NameSelector,
    SliceSelector,
    WildcardSelector,
)
from jsonpath_rfc9535.tokens import Token, TokenStream

from specmend.document.jsonpath.budget import Effort

_EXPRESSION_OF_A_STEP: Final = 64
_AT_ONCE: Final = 256
_START: Final = JSONPathNode(value=None, location=(), parent=None, root=None)


class BoundParser(Parser):
    """The library's parser, making segments and comparisons that count.

    Its environment has an `effort`.
    """

    def parse_query(
        self, stream: TokenStream, *, in_filter: bool = False
    ) -> Iterable[JSONPathSegment]:
        """The segments of a query."""
        for segment in super().parse_query(stream, in_filter=in_filter):
            kind = (
                _Descendants if isinstance(segment, JSONPathRecursiveDescentSegment) else _Children
            )
            selectors = tuple(map(_bound, segment.selectors))
            yield kind(env=segment.env, token=segment.token, selectors=selectors)

    def parse_relative_query(self, stream: TokenStream) -> Expression:
        """A query that starts at a member, as in most filters `@.name`."""
        made = super().parse_relative_query(stream)
        if not isinstance(made, RelativeFilterQuery) or len(made.query.segments) != 1:
            return made
        (segment,) = made.query.segments
        is_name = isinstance(segment, _Children) and segment.name is not None
        return _NameInFilter(made.token, made.query) if is_name else made

    def parse_infix_expression(self, stream: TokenStream, left: Expression) -> Expression:
        """A comparison, or what joins two expressions."""
        made = super().parse_infix_expression(stream, left)
        if isinstance(made, ComparisonExpression):
            return _Comparison(made.token, made.left, made.operator, made.right)
        return made


class _Cost:
    """The cost of a segment for a node: a step a selector, and more for each member it looks at."""

    def __init__(self, segment: JSONPathSegment) -> None:
        effort: Effort = segment.env.effort  # type: ignore[attr-defined]
        self.spend = effort.spend
        self.each = len(segment.selectors)
        self.member = sum(_weight(selector) for selector in segment.selectors)

    def pay(self, node: JSONPathNode) -> None:
        """Take the steps for a node."""
        value: Any = node.value
        many = self.member and (value.__class__ is dict or value.__class__ is list)
        self.spend(self.each + self.member * len(value) if many else self.each, node)


class _Children(JSONPathChildSegment):
    def __init__(self, *, env: Any, token: Token, selectors: tuple[JSONPathSelector, ...]) -> None:
        super().__init__(env=env, token=token, selectors=selectors)
        self.cost = _Cost(self)
        self.name = _only_name(selectors)

    def resolve(self, nodes: Iterable[JSONPathNode]) -> Iterable[JSONPathNode]:
        for node in nodes:
            self.cost.pay(node)
            if self.name is not None:
                value: Any = node.value
                if value.__class__ is dict and self.name in value:
                    yield node.new_child(value[self.name], self.name, node)
                continue
            for selector in self.selectors:
                yield from selector.resolve(node)


class _Descendants(JSONPathRecursiveDescentSegment):
    def __init__(self, *, env: Any, token: Token, selectors: tuple[JSONPathSelector, ...]) -> None:
        super().__init__(env=env, token=token, selectors=selectors)
        self.cost = _Cost(self)
        self.name = _only_name(selectors)

    def resolve(self, nodes: Iterable[JSONPathNode]) -> Iterable[JSONPathNode]:
        for node in nodes:
            if self.name is not None:
                yield from _named(node, self.name, self.cost.spend)
                continue
            for below in _walk(node):
                self.cost.pay(below)
                for selector in self.selectors:
                    yield from selector.resolve(below)


class _NameInFilter(RelativeFilterQuery):
    """The member of a name in what a filter looks at; it takes one step, as a segment does."""

    def __init__(self, token: Token, query: JSONPathQuery) -> None:
        super().__init__(token, query)
        effort: Effort = query.env.effort  # type: ignore[attr-defined]
        self.spend = effort.spend
        self.name = _only_name(query.segments[0].selectors) or ""

    def evaluate(self, context: FilterContext) -> object:
        current: Any = context.current
        if current.__class__ is not dict:
            return super().evaluate(context)
        self.spend(1, _START)
        if self.name not in current:
            return JSONPathNodeList()
        return JSONPathNodeList([_START.new_child(current[self.name], self.name, _START)])


class _Comparison(ComparisonExpression):
    def evaluate(self, context: FilterContext) -> bool:
        left, right = _single(self.left.evaluate(context)), _single(self.right.evaluate(context))
        effort: Effort = context.env.effort  # type: ignore[attr-defined]
        effort.compare(left, right)
        return _compare(left, self.operator, right)


class _FilterOfCollections(FilterSelector):
    """A filter that holds for no string, number, boolean or null: these are not looked at."""

    def resolve(self, node: JSONPathNode) -> Iterable[JSONPathNode]:
        value: Any = node.value
        if value.__class__ is dict:
            pairs: Iterable[tuple[Any, Any]] = value.items()
        elif value.__class__ is list:
            pairs = enumerate(value)
        else:
            return
        for key, member in pairs:
            if member.__class__ is dict or member.__class__ is list:
                context = FilterContext(env=self.env, current=member, root=node.root)
                if self.expression.evaluate(context):
                    yield node.new_child(member, key, node)


def _bound(selector: JSONPathSelector) -> JSONPathSelector:
    if isinstance(selector, FilterSelector) and _needs_collection(selector.expression.expression):
        expression = selector.expression
        return _FilterOfCollections(env=selector.env, token=selector.token, expression=expression)
    return selector


def _needs_collection(expression: Expression) -> bool:
    """Whether an expression asks for what is inside of a value, and holds where that is there.

    One that has a primitive to look at takes no step for it.
    """
    if isinstance(expression, LogicalExpression):
        return _needs_collection(expression.left) and _needs_collection(expression.right)
    if isinstance(expression, ComparisonExpression):
        sides = (expression.left, expression.right)
        has_literal = any(isinstance(side, FilterExpressionLiteral) for side in sides)
        return expression.operator == "==" and has_literal and any(map(_looks_inside, sides))
    return _looks_inside(expression)


def _looks_inside(expression: Expression) -> bool:
    return isinstance(expression, RelativeFilterQuery) and not expression.query.empty()


def _only_name(selectors: tuple[JSONPathSelector, ...]) -> str | None:
    """The name that a segment selects, where that is all that it does: most segments do."""
    return (
        selectors[0].name
        if len(selectors) == 1 and isinstance(selectors[0], NameSelector)
        else None
    )


def _weight(selector: JSONPathSelector) -> int:
    """The steps that a selector takes for each member of a node."""
    if isinstance(selector, FilterSelector):
        return 1 + len(str(selector)) // _EXPRESSION_OF_A_STEP
    return int(isinstance(selector, WildcardSelector | SliceSelector))


def _walk(node: JSONPathNode) -> Iterator[JSONPathNode]:
    """A node and the collections below it, in document order."""
    todo = [node]
    while todo:
        node = todo.pop()
        yield node
        value: Any = node.value
        if value.__class__ is dict or value.__class__ is list:
            pairs = value.items() if value.__class__ is dict else enumerate(value)
            below = [
                node.new_child(child, name, node)
                for name, child in pairs
                if isinstance(child, (dict, list))
            ]
            todo += reversed(below)


def _named(
    node: JSONPathNode, name: str, spend: Callable[[int, JSONPathNode], None]
) -> Iterator[JSONPathNode]:
    """The members of a name in a node and in the collections below it, in document order.

    Each collection costs a step. Only what is selected becomes a node; the way to anything else is
    kept as a pair of the way above and a key.
    """
    todo: list[tuple[Any, Any]] = [(node.value, None)]
    looked = 0
    while todo:
        value, way = todo.pop()
        looked += 1
        if looked % _AT_ONCE == 0:
            spend(_AT_ONCE, node)
        if value.__class__ is dict:
            if name in value:
                location = (*node.location, *_unwound(way), name)
                yield JSONPathNode(
                    value=value[name], location=location, parent=None, root=node.root
                )
            pairs: Iterable[tuple[Any, Any]] = value.items()
        elif value.__class__ is list:
            pairs = enumerate(value)
        else:
            continue
        below = [
            (child, (way, key))
            for key, child in pairs
            if child.__class__ is dict or child.__class__ is list
        ]
        below.reverse()
        todo += below
    spend(looked % _AT_ONCE, node)


def _unwound(way: Any) -> list[str | int]:
    keys: list[str | int] = []
    while way is not None:
        way, key = way
        keys.append(key)
    keys.reverse()
    return keys


def _single(found: object) -> object:
    """The value of a query's only node; anything else as it is."""
    return found[0].value if isinstance(found, JSONPathNodeList) and len(found) == 1 else found
