"""Extensions stand where OpenAPI has them, and not among names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal
from specmend.validate.rules.prepared import stray_extensions

NAME: Final = "extensions"


def faults(tree: Tree) -> Iterator[Fault]:
    """A warning for each key with `x-` that is no name of a component, callback or media type.

    OpenAPI has extensions in objects with fixed fields, and in paths, responses and callbacks
    (3.0.3 section 4.8, 3.1 section 4.9).
    """
    for address in stray_extensions(tree):
        yield Fault(
            rule=NAME,
            address=address,
            message=f"'{address[-1]}' stands among names and is read as an extension",
            level="warning",
            advice="record a step that removes it, or moves it one level up",
            mend=removal(f"Remove {address[-1]} from among names"),
        )
