"""Patterns of filters are I-Regexps (RFC 9485), bound in length and in time."""

from __future__ import annotations

import pytest
from jsonpath_rfc9535 import JSONPathError

from specmend.document.jsonpath import patterns
from specmend.document.jsonpath.patterns import BoundEnvironment
from specmend.errors import QueryTooCostly


def matches(function: str, pattern: str, *strings: object) -> list[object]:
    """The strings that a filter lets through."""
    environment = BoundEnvironment()
    environment.restart()
    query = f'$[?{function}(@, "{pattern}")]'
    return [node.value for node in environment.find(query, list(strings))]


@pytest.mark.parametrize(
    ("function", "pattern", "strings", "expected"),
    [
        pytest.param("match", "b", ["abc"], [], id="match wants the whole string"),
        pytest.param("search", "b", ["abc", "x"], ["abc"], id="search wants a part"),
        pytest.param("match", "a.c", ["abc", "a\\nc", "a\\rc"], ["abc"], id="no line break"),
        pytest.param("match", "[a-c]+", ["abc", "d"], ["abc"], id="class"),
        pytest.param("match", "a{2,3}", ["a", "aa", "aaaa"], ["aa"], id="repetition"),
        pytest.param("match", "a{12}", ["a" * 12, "a"], ["a" * 12], id="many repetitions"),
        pytest.param("match", r"\\\\p{Lu}", ["A", "a"], ["A"], id="category"),
        pytest.param("match", "a|bc", ["a", "bc", "c"], ["a", "bc"], id="alternatives"),
        pytest.param("search", "(", ["("], [], id="no I-Regexp fits nothing"),
        pytest.param("search", r"a\\\\b", ["a"], [], id="nor does what only others have"),
        pytest.param("search", "1", [1, None, ["1"], "1"], ["1"], id="only strings fit"),
    ],
)
def test_what_a_pattern_lets_through(
    function: str, pattern: str, strings: list[object], expected: list[object]
) -> None:
    decoded = [s.encode().decode("unicode_escape") if isinstance(s, str) else s for s in strings]
    assert matches(function, pattern.replace(r"\\\\", r"\\"), *decoded) == expected


@pytest.mark.parametrize(
    "pattern", ["a" * 1001, "(" * 1001, "a{1001}", "(((a{9}){9}){9}){2}", "(((ab{9}c){9}){9}){9}"]
)
def test_a_pattern_is_refused_by_its_length_with_repetitions_written_out(pattern: str) -> None:
    with pytest.raises(QueryTooCostly, match="SPECMEND_MAX_PATTERN raises it"):
        matches("match", pattern, "a")


@pytest.mark.parametrize("pattern", ["a" * 1000, "a{1000}", "((a{9}){9}){9}", "[a{9}]{9}"])
def test_a_pattern_up_to_the_limit_is_tried(pattern: str) -> None:
    assert matches("match", pattern, "b") == []


def test_a_query_is_refused_by_its_length() -> None:
    with pytest.raises(JSONPathError, match="SPECMEND_MAX_QUERY raises it"):
        BoundEnvironment().compile("$" + ".a" * 10_000)


def seconds(monkeypatch: pytest.MonkeyPatch, name: str, each: float) -> None:
    """Have a clock go on by so much whenever it is read."""
    moments = (number * each for number in range(10**6))
    monkeypatch.setattr(patterns, name, lambda: next(moments))


def test_the_time_of_a_query_is_for_all_of_its_matches(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = BoundEnvironment()
    seconds(monkeypatch, "perf_counter", 1.0)
    seconds(monkeypatch, "thread_time", 1.0)
    environment.restart()
    query = environment.compile("$[?match(@, 'a')]")
    assert len(query.find(["a", "a"])) == 2, "each clock has time for one"
    with pytest.raises(QueryTooCostly, match="SPECMEND_MAX_SECONDS"):
        query.find(["a"])
    environment.restart()
    assert len(query.find(["a"])) == 1


def test_what_other_processes_take_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = BoundEnvironment()
    seconds(monkeypatch, "perf_counter", 1.0)
    seconds(monkeypatch, "thread_time", 1e-6)
    environment.restart()
    assert len(environment.find("$[?match(@, 'a')]", ["a"] * 1000)) == 1000


def test_time_in_proportion_to_the_text_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = BoundEnvironment()
    seconds(monkeypatch, "perf_counter", 1e-5)
    environment.restart()
    texts = ["some ordinary words, as descriptions have them"] * 100_000
    assert len(environment.find("$[?search(@, 'words')]", texts)) == 100_000
