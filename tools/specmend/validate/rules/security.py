"""Each security requirement names schemes that the components have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.identifiers import identifiers
from specmend.document.openapi.objects import objects
from specmend.document.openapi.version_32 import is_32
from specmend.document.tree.values import Tree, get
from specmend.validate.rules.fault import Fault

NAME: Final = "security"


def faults(tree: Tree) -> Iterator[Fault]:
    """A fault for each name that no scheme has (OpenAPI 3.0.3 section 4.7.30, 3.1 section 4.8.30).

    From 3.2 on it may be a URI of a scheme instead.
    """
    schemes = get(tree, (COMPONENTS, "securitySchemes"))
    known = schemes if isinstance(schemes, dict) else {}
    for address, requirement in objects(tree, "security requirement"):
        for name in requirement if isinstance(requirement, dict) else ():
            leads = is_32(tree) and identifiers(tree).place_of(tree, address, name) is not None
            if name not in known and not leads:
                yield Fault(
                    rule=NAME,
                    address=(*address, name),
                    message=f"no security scheme has the name '{name}'",
                    advice="record a step that adds the scheme, or removes this requirement",
                )
