"""Names that are declared at one place and said at others: tags, and security schemes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address
from specmend.document.tree.similarity import ENOUGH, jaccard, leaves_of
from specmend.document.tree.values import MISSING, Tree, get
from specmend.matching.sayings import Saying

_SCHEMES: Final[Address] = ("components", "securitySchemes")
_TAGS: Final = "tags"
_SECURITY: Final = "security"
_KIND: Final[Mapping[str, str]] = {_SECURITY: "type"}
"""What says the same of two declarations that may be one; of tags, nothing has to."""


def is_renamed(old: Tree, new: Tree, one: Saying, other: Saying) -> bool:
    """Whether a tag or a scheme that something names may be declared under another name by now.

    The one is declared in the old document alone, and the other in the new one alone.
    """
    keyword, name, other_name = one.keyword, _named(one), _named(other)
    if not name or not other_name:
        return False
    was, now = _declared(old, keyword, name), _declared(new, keyword, other_name)
    if was is MISSING or now is MISSING:
        return False
    is_exchanged = _declared(new, keyword, name) is MISSING
    is_new = _declared(old, keyword, other_name) is MISSING
    return is_exchanged and is_new and _may_be_one(keyword, was, now)


def _named(saying: Saying) -> str:
    """The one name that is said; empty for anything else."""
    value = saying.value
    if saying.keyword == _TAGS and isinstance(value, str):
        return value
    if saying.keyword != _SECURITY:
        return ""
    # Said of an operation of a path, or of the document, a requirement stands behind its way.
    requirement = value[-1] if isinstance(value, list) and value else value
    is_single = isinstance(requirement, dict) and len(requirement) == 1
    return str(next(iter(requirement))) if is_single else ""


def _declared(tree: Tree, keyword: str, name: str) -> Tree:
    """The declaration of a name; MISSING where there is none."""
    if keyword == _SECURITY:
        place = (*_SCHEMES, name)
        return follow(tree, place)[1] if get(tree, place) is not MISSING else MISSING
    tags = get(tree, (_TAGS,))
    named = (tag for tag in tags if isinstance(tag, dict)) if isinstance(tags, list) else ()
    return next((tag for tag in named if tag.get("name") == name), MISSING)


def _may_be_one(keyword: str, was: Tree, now: Tree) -> bool:
    if not isinstance(was, dict) or not isinstance(now, dict):
        return False
    kind = _KIND.get(keyword)
    if kind is None or jaccard(leaves_of(was), leaves_of(now)) >= ENOUGH:
        return True
    return was.get(kind) == now.get(kind)
