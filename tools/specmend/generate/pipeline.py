"""Generates a client package: document in, bytes out."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from specmend.document.text.document import Document
from specmend.document.tree.values import Tree
from specmend.generate.assemble import assemble
from specmend.generate.check import check_generated, check_plan, check_references
from specmend.generate.generators import encode, run_generators
from specmend.generate.manifest import tool_versions
from specmend.generate.normalize.table import normalize
from specmend.generate.plan import ClientPackage, PackagePlan
from specmend.generate.shapes import check_shapes
from specmend.generate.source import Source
from specmend.generate.support import check_support

__all__ = ["generate", "tool_versions"]

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{4,}\b")


def generate(tree: Tree, plan: PackagePlan, document: Document | None = None) -> ClientPackage:
    """Make the client package of a sanitized document; `document` says where its places stand.

    Raises OutsideError when a generator fails, and RepositoryError with one problem for each fault
    when something of the document is missing in the package.
    """
    source = Source(tree=tree, document=document)
    check_plan(plan)
    check_shapes(source)
    remarks = check_support(source)
    normalized = normalize(tree)
    check_references(source, normalized)
    with tempfile.TemporaryDirectory(prefix="specmend-") as name:
        folder = Path(name).resolve()
        generated = run_generators(normalized, plan, folder)
        check_generated(source, normalized, generated)
        files, findings = assemble(generated, plan, folder)
        warnings = _scrub([*generated.warnings, *findings], folder)
    return ClientPackage(files=files, normalized=encode(normalized), warnings=(*remarks, *warnings))


def _scrub(warnings: Iterable[str], folder: Path) -> tuple[str, ...]:
    """The same words on every run: no temporary path, no address of an object in memory."""
    return tuple(
        _ADDRESS.sub("0x...", line.replace(f"{folder}/", "").replace(str(folder), "."))
        for line in warnings
    )
