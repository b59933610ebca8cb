"""Lets every security requirement name a component, and puts each scheme where it is declared."""

from __future__ import annotations

from specmend.document.openapi.objects import objects
from specmend.document.openapi.references import follow
from specmend.document.openapi.schemas import Node, Tree, copy_tree
from specmend.document.openapi.security import SCHEMES, scheme_place, security_schemes
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import get


def name_security_schemes(tree: Tree) -> Tree:
    """Replace URIs of schemes by names of components, and references among schemes by schemes.

    Since OpenAPI 3.2 a requirement may name a scheme by a URI, which counts from `$self`; so this
    comes before references are made plain. What leads nowhere stays.
    """
    names = _names_of_uris(tree)
    if not names and not _refers(tree):
        return tree
    result = copy_tree(tree)
    schemes = result.setdefault(SCHEMES[0], {}).setdefault(SCHEMES[1], {})
    schemes |= {name: copy_tree(scheme) for name, scheme in security_schemes(tree).items()}
    for place, name in names.values():
        schemes[name] = copy_tree(follow(tree, place)[1])
    for _, requirement in objects(result, "security requirement"):
        if isinstance(requirement, dict):
            _rename(requirement, {uri: name for uri, (_, name) in names.items()})
    return result


def _names_of_uris(tree: Tree) -> dict[str, tuple[Address, str]]:
    """By URI, the place of the scheme that it leads to, and the name that it gets."""
    found: dict[str, tuple[Address, str]] = {}
    taken = set(security_schemes(tree))
    for address, requirement in objects(tree, "security requirement"):
        for uri in requirement if isinstance(requirement, dict) else ():
            place = scheme_place(tree, address, uri)
            if place is None or place == (*SCHEMES, uri) or uri in found:
                continue
            is_declared = place[:2] == SCHEMES and len(place) == len(SCHEMES) + 1
            name = str(place[-1]) if is_declared else _free(str(place[-1]), taken)
            taken.add(name)
            found[uri] = (place, name)
    return found


def _refers(tree: Tree) -> bool:
    schemes = get(tree, SCHEMES)
    declared = schemes.values() if isinstance(schemes, dict) else ()
    return any(isinstance(scheme, dict) and "$ref" in scheme for scheme in declared)


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _rename(requirement: Node, names: dict[str, str]) -> None:
    renamed = {names.get(name, name): scopes for name, scopes in requirement.items()}
    requirement.clear()
    requirement.update(renamed)
