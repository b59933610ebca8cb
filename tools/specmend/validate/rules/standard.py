"""Is it a valid OpenAPI document? openapi-spec-validator, with each error put in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from specmend.document.openapi.plain_references import plain_references
from specmend.document.tree.values import MISSING, Tree, get, replace
from specmend.errors import PatternTimeout
from specmend.validate.rules import references
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.locate import locate

if TYPE_CHECKING:
    from jsonschema import ValidationError

NAME: Final = "openapi"


def faults(tree: Tree) -> Iterator[Fault]:
    """A fault for each error of the validator of the declared version: 3.0, 3.1 or 3.2."""
    version = str(get(tree, ("openapi",))) if isinstance(tree, dict) else ""
    validator = _validator(version)
    if validator is None:
        declared = version if version and get(tree, ("openapi",)) is not MISSING else "no version"
        yield Fault(
            rule=NAME,
            address=("openapi",),
            message=f"openapi is {declared}; specmend reads 3.0, 3.1 and 3.2",
        )
        return
    closed = _without_dangling(plain_references(tree))
    found: list[Fault] = []
    for error in _errors(validator, closed):
        fault, certain = locate(closed, error, NAME, found)
        if fault not in found and (certain or not _is_told(fault, found)):
            found.append(fault)
            yield fault


def _is_told(fault: Fault, found: list[Fault]) -> bool:
    """Whether a fault was reported before: a schema repeats what the root said, without its way."""
    return any(
        other.address == fault.address if fault.address else fault.message.startswith(other.message)
        for other in found
    )


def _validator(version: str) -> Any:
    import openapi_spec_validator as known

    classes = {
        "3.0": known.OpenAPIV30SpecValidator,
        "3.1": known.OpenAPIV31SpecValidator,
        "3.2": known.OpenAPIV32SpecValidator,
    }
    chosen = classes.get(".".join(version.split(".")[:2]))
    # Without handlers no reference is ever fetched.
    return type("Offline", (chosen,), {"resolver_handlers": {}}) if chosen else None


def _errors(validator: Any, tree: Tree) -> list[ValidationError]:
    import warnings

    from jsonschema import ValidationError

    from specmend.validate.rules.bound_patterns import bound_patterns

    found: list[ValidationError] = []
    with warnings.catch_warnings(), bound_patterns():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            found.extend(validator(tree).iter_errors())
        except PatternTimeout as error:
            found.append(ValidationError(str(error)))
        # The validator breaks off at some of the faults that it finds.
        except Exception as error:  # noqa: BLE001
            if not found:
                found.append(
                    ValidationError(f"the validator breaks off here: {error}".partition("\n")[0])
                )
    return found


def _without_dangling(tree: Tree) -> Tree:
    """The validator stops at a reference that leads nowhere; those have a rule of their own."""
    for fault in references.faults(tree):
        tree = replace(tree, fault.address[:-1], {"description": "a reference that leads nowhere"})
    return tree
