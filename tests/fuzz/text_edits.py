"""Thousands of random edits of the real documents in six forms each; fails on a wrong one."""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.document.text.random_edits import mutate, read_elsewhere
from tests.real import upstream_documents

from specmend.document.text.document import Document, parse_document, read_document
from specmend.document.text.editing.rewrite import rewrite
from specmend.document.tree import values as trees
from specmend.errors import EditRefused

MOST_REFUSED = 0.01


def main() -> None:
    """Run as many edits as asked for; exit 1 when one is wrong, or one in a hundred refused."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--edits", type=int, default=5000, help="how many edits in all")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    options = parser.parse_args()
    documents = upstream_documents()
    if not documents:
        sys.exit("the real documents are not beside the repository")
    forms = [(path, form, document) for path in documents for form, document in in_forms(path)]
    luck = random.Random(options.seed)  # noqa: S311 - not a secret
    counts, refusals = edit_all(forms, options.edits, luck)
    print(f"seed {options.seed}: {options.edits} edits of {len(documents)} documents in 6 forms")
    for form in sorted({form for _, form, _ in forms}):
        row = ", ".join(
            f"{counts[form, verdict]} {verdict}" for verdict in ("right", "refused", "wrong")
        )
        print(f"  {form:<14}{row}")
    for reason, number in refusals.most_common():
        print(f"  {number} times: {reason}")
    wrong = sum(number for (_, verdict), number in counts.items() if verdict == "wrong")
    sys.exit(1 if wrong or refusals.total() > MOST_REFUSED * options.edits else 0)


def in_forms(path: Path) -> Iterator[tuple[str, Document]]:
    """A document as it is, with other line breaks, a byte order mark, and as JSON three ways."""
    document = read_document(path.read_bytes(), path.name)
    yield "YAML", document
    yield "YAML, CRLF", parse_document(document.text.replace("\n", "\r\n"), path.name)
    yield "YAML, BOM", parse_document("\ufeff" + document.text, path.name)
    yield (
        "JSON, spaces",
        parse_document(json.dumps(document.tree, indent=2, ensure_ascii=False), "api.json"),
    )
    yield "JSON, tabs", parse_document(json.dumps(document.tree, indent="\t"), "api.json")
    yield (
        "JSON, compact",
        parse_document(json.dumps(document.tree, separators=(",", ":")), "api.json"),
    )


def edit_all(
    forms: list[tuple[Path, str, Document]], edits: int, generator: random.Random
) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """Counts of (form, verdict) and of the reasons of refusals."""
    counts: Counter[tuple[str, str]] = Counter()
    refusals: Counter[str] = Counter()
    for number in range(edits):
        path, form, document = forms[number % len(forms)]
        meant = mutate(generator, document.tree)
        try:
            counts[form, verdict(document, meant)] += 1
        except EditRefused as error:
            counts[form, "refused"] += 1
            refusals[f"{path.name}, {form}: {error.problems[0].message}"] += 1
    return counts, refusals


def verdict(document: Document, meant: object) -> str:
    """`right` when a reader that is not ours reads the meant tree from the edited text."""
    made = rewrite(document, meant)[0]
    found = json.loads(made.text) if document.format == "json" else read_elsewhere(made.text)
    return "right" if trees.identical(found, meant) else "wrong"


if __name__ == "__main__":
    main()
