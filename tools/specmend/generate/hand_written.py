"""The hand-written part of a package: its names, and what it gives to client and README."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Collection, Iterator

from specmend.errors import Problem, RepositoryError
from specmend.generate.plan import PackagePlan

DEFAULTS = "_defaults.py"
README = "README.md"

_ROOM = "<!-- hand-written -->\n\n"
_KNOWN = ("base_url", "api_key", "unknown_path")
"""The arguments of every client that may have a default, and advice for an unknown path."""


def modules_of(plan: PackagePlan) -> dict[str, bytes]:
    """What joins the package as it is: everything but the section for its README."""
    return {path: content for path, content in plan.client_modules.items() if path != README}


def with_section(readme: str, plan: PackagePlan) -> str:
    """The generated README with the hand-written section where the template leaves room for one."""
    section = plan.client_modules.get(README, b"").decode("utf-8").strip()
    return readme.replace(_ROOM, f"{section}\n\n" if section else "")


def given_defaults(plan: PackagePlan, keys: Collection[str] = ()) -> frozenset[str]:
    """Which of `base_url`, `api_key`, `unknown_path` and the other `keys` `_defaults.py` has.

    Raises RepositoryError when there is such a module, but it has none of these functions.
    """
    source = plan.client_modules.get(DEFAULTS)
    if source is None:
        return frozenset()
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return frozenset()  # `syntax_problems` has words for it
    known = {*_KNOWN, *keys}
    functions = frozenset(
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in known
    )
    if not functions:
        raise RepositoryError(
            Problem(
                message="a hand-written module gives no default",
                file=plan.module_file(DEFAULTS),
                expected="a function base_url() -> str | None, or "
                "api_key(base_url: str) -> str | None",
                advice="add one of them, or give the module another name",
            )
        )
    return functions


def syntax_problems(plan: PackagePlan) -> Iterator[Problem]:
    """A problem for each hand-written module that Python cannot compile, where it gives up."""
    for path, source in plan.client_modules.items():
        error = _syntax_error(source, path) if path.endswith(".py") else None
        if error is not None:
            yield Problem(
                message="a hand-written module is not Python",
                file=plan.module_file(path),
                line=error.lineno or 1,
                column=error.offset or 1,
                found=error.msg,
                advice="mend the module, or remove it",
            )


def check_collisions(generated: Collection[str], plan: PackagePlan) -> None:
    """No hand-written module may hide a generated one.

    Raises RepositoryError with one problem for each that does.
    """
    taken = {
        _import_name(path.partition("/")[2]): path
        for path in generated
        if path.startswith(f"{plan.package}/")
    }
    taken |= {name: path for path in generated for name in _parents(path.partition("/")[2])}
    problems = [
        Problem(
            message="a hand-written module has the path of a generated one",
            file=plan.module_file(path),
            found=taken[name],
            expected="a path of its own",
            advice="rename the hand-written module",
        )
        for path in plan.client_modules
        for name in [_import_name(path)]
        if name in taken
    ]
    if problems:
        raise RepositoryError(*problems)


def _syntax_error(source: bytes, path: str) -> SyntaxError | None:
    with warnings.catch_warnings():
        # The linter tells of what is only doubtful.
        warnings.simplefilter("ignore")
        try:
            compile(source, path, "exec", dont_inherit=True)
        except SyntaxError as error:
            return error
        except ValueError:
            return SyntaxError("the file holds null bytes")
    return None


def _import_name(path: str) -> str:
    """A module as `import` sees it; capitals aside, which some file systems do not tell apart."""
    return path.removesuffix(".py").removesuffix("/__init__").lower()


def _parents(path: str) -> Iterator[str]:
    parts = path.lower().split("/")[:-1]
    return ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
