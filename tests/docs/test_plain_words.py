"""The pages are written in plain English: short sentences, and no words that only we would know."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median

import pytest
from docs.make.commands import command_table
from tests.docs.test_links import PAGES, shown

from specmend.limits import LIMITS
from specmend.steps.edits.table import EDITS

LONGEST_MEDIAN = 18
LONGEST_SENTENCE = 35
DIALECT = (
    r"anew|shall|needless|settl(?:e[sd]?|ing)|taking part|takes? part|set aside|torn|parcel|intake",
    r"(?:is|are|be) (?:told|heard|come|gone)|h[eo]ld(?:s|ing)? against|by machine|lest",
    r"fates?|wants_of|facade|judge[sd]? on|wherefore|the whole line",
    r"raise-to-\w+|lower-to-\w+|x-kind|x-target|x-for",
    r"--(?:was|lax|reformat|target|only-for)",
    r"spec/API/also",
)
FORBIDDEN = re.compile(rf"(?<![\w-])(?:{'|'.join(DIALECT)})(?![\w-])", re.IGNORECASE)


def plain(text: str) -> str:
    """Markdown without code blocks, comments, headings and pictures; code is one word."""
    hidden = r"^```.*?^```$|<!--.*?-->|^#.*?$"
    text = re.sub(hidden, "\n", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^    .*$|!\[[^\]]*\]\([^)]*\)", "", text, flags=re.MULTILINE)
    text = re.sub(r"``?[^`]+``?", "code", text)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)


def sentences(text: str) -> list[str]:
    """The sentences of paragraphs, members of lists and cells of tables, of three words or more."""
    text = re.sub(r"\n(?=\s*(?:[-|]|\d+\.) )", "\n\n", plain(text))
    text = re.sub(r"^\s*(?:[-|]|\d+\.) ", "", text, flags=re.MULTILINE)
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n| \| ", text)]
    pieces = [piece for block in blocks for piece in re.split(r"(?<=[.!?])\s+", block)]
    return [piece for piece in pieces if len(piece.split()) > 2]


def lengths(text: str) -> list[int]:
    return [len(sentence.split()) for sentence in sentences(text)]


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_sentences_are_short(page: Path) -> None:
    text = page.read_text("utf-8")
    counts = lengths(text)
    assert counts
    assert median(counts) <= LONGEST_MEDIAN
    long = [one for one in sentences(text) if len(one.split()) > LONGEST_SENTENCE]
    assert not long


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_no_page_has_a_word_of_the_dialect(page: Path) -> None:
    # The words of the standards in capitals are quoted as code (RFC 2119).
    text = re.sub(r"`SHALL(?: NOT)?`", "", page.read_text("utf-8"))
    assert FORBIDDEN.findall(text) == []


def test_no_help_text_has_one() -> None:
    texts = [limit.meaning for limit in LIMITS] + [edit.help for edit in EDITS.values()]
    for command in command_table().values():
        texts.append(command.help)
        texts += [parameter.help for parameter in command.params if getattr(parameter, "help", "")]
    assert len(texts) > 100
    assert [found for text in texts for found in FORBIDDEN.findall(text)] == []


def test_the_measure_knows_long_sentences_and_the_dialect() -> None:
    assert lengths("One two three. Four `code with words` five six.\n\n- a b c\n") == [3, 4, 3]
    sentence = "It is written anew and shall be told."
    assert FORBIDDEN.findall(sentence) == ["anew", "shall", "be told"]
