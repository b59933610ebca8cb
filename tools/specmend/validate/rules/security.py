"""Each security requirement names schemes that the components have, with scopes they may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.security import SCHEMES, scheme_place
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import get
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import edit
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "security"

_WITH_SCOPES: Final = ("oauth2", "openIdConnect")


def _requirement(scope: Scope, address: Address, requirement: Any) -> Iterator[Fault]:
    """A fault for each name that no scheme has (OpenAPI 3.0.3 section 4.7.30, 3.1 section 4.8.30).

    From 3.2 on it may be a URI of a scheme instead. In 3.0 the scheme must be one that has scopes,
    where some are listed.
    """
    declared = get(scope.tree, SCHEMES)
    known = declared if isinstance(declared, dict) else {}
    for name, scopes in requirement.items():
        if name not in known and scheme_place(scope.tree, address, name) is None:
            yield Fault(
                rule=NAME,
                address=(*address, name),
                message=f"no security scheme has the name '{name}'",
                advice="record a step that adds the scheme, or removes this requirement",
            )
        elif scope.is_30 and scopes and _has_none(scope, name):
            yield Fault(
                rule=NAME,
                address=(*address, name),
                message=f"the security scheme '{name}' has no scopes, and this lists some",
                advice="record a step with the edit set-value",
                mend=edit(f"List no scopes of {name}", "set-value", value=[]),
            )


def _has_none(scope: Scope, name: str) -> bool:
    scheme = scope.follow((*SCHEMES, name))[1]
    kind = scheme.get("type") if isinstance(scheme, dict) else None
    return isinstance(kind, str) and kind not in _WITH_SCOPES


CHECKS: Final[Mapping[str, Check]] = {"security requirement": _requirement}
