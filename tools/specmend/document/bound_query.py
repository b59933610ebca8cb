"""The parts of JSONPath queries (RFC 9535) that walk a document, each counting its steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from jsonpath_rfc9535.filter_expressions import ComparisonExpression, Expression, FilterContext, _compare
from jsonpath_rfc9535.node import JSONPathNode, JSONPathNodeList
from jsonpath_rfc9535.parse import Parser
from jsonpath_rfc9535.segments import JSONPathChildSegment, JSONPathRecursiveDescentSegment, JSONPathSegment
from jsonpath_rfc9535.selectors import FilterSelector, JSONPathSelector, SliceSelector, WildcardSelector
from jsonpath_rfc9535.tokens import Token, TokenStream

from specmend.document.effort import Effort

_EXPRESSION_OF_A_STEP: Final = 64


class BoundParser(Parser):
    """The library's parser, which makes segments and comparisons that count; its environment has an `effort`."""

    def parse_query(self, stream: TokenStream, *, in_filter: bool = False) -> Iterable[JSONPathSegment]:
        """The segments of a query."""
        for segment in super().parse_query(stream, in_filter=in_filter):
            kind = _Descendants if isinstance(segment, JSONPathRecursiveDescentSegment) else _Children
            yield kind(env=segment.env, token=segment.token, selectors=segment.selectors)

    def parse_infix_expression(self, stream: TokenStream, left: Expression) -> Expression:
        """A comparison, or what joins two expressions."""
        made = super().parse_infix_expression(stream, left)
        if isinstance(made, ComparisonExpression):
            return _Comparison(made.token, made.left, made.operator, made.right)
        return made


class _Cost:
    """What a segment takes for a node: a step for each selector, and more for each member that they look at."""

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

    def resolve(self, nodes: Iterable[JSONPathNode]) -> Iterable[JSONPathNode]:
        for node in nodes:
            self.cost.pay(node)
            for selector in self.selectors:
                yield from selector.resolve(node)


class _Descendants(JSONPathRecursiveDescentSegment):
    def __init__(self, *, env: Any, token: Token, selectors: tuple[JSONPathSelector, ...]) -> None:
        super().__init__(env=env, token=token, selectors=selectors)
        self.cost = _Cost(self)

    def resolve(self, nodes: Iterable[JSONPathNode]) -> Iterable[JSONPathNode]:
        for node in nodes:
            for below in _walk(node):
                self.cost.pay(below)
                for selector in self.selectors:
                    yield from selector.resolve(below)


class _Comparison(ComparisonExpression):
    def evaluate(self, context: FilterContext) -> bool:
        left, right = _single(self.left.evaluate(context)), _single(self.right.evaluate(context))
        effort: Effort = context.env.effort  # type: ignore[attr-defined]
        effort.compare(left, right)
        return _compare(left, self.operator, right)


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
            below = [node.new_child(child, name, node) for name, child in pairs if isinstance(child, (dict, list))]
            todo += reversed(below)


def _single(found: object) -> object:
    """The value of a query's only node; anything else as it is."""
    return found[0].value if isinstance(found, JSONPathNodeList) and len(found) == 1 else found
