"""Generates a client package: document in, bytes out."""

from __future__ import annotations

import tempfile
from pathlib import Path

from specmend.document.text.document import Document
from specmend.document.tree.values import Tree
from specmend.generate.assemble import assemble
from specmend.generate.check import (
    check_generated,
    check_plan,
    check_references,
    operation_warnings,
)
from specmend.generate.generators import encode, run_generators
from specmend.generate.manifest import tool_versions
from specmend.generate.normalize.table import normalize, outline
from specmend.generate.plan import ClientPackage, PackagePlan
from specmend.generate.shapes import check_shapes
from specmend.generate.source import Source
from specmend.generate.support import check_support

__all__ = ["generate", "tool_versions"]


def generate(tree: Tree, plan: PackagePlan, document: Document | None = None) -> ClientPackage:
    """Make the client package of a sanitized document; `document` says where its places stand.

    Raises OutsideError when a generator fails, and RepositoryError with one problem for each fault
    when something of the document is missing in the package.
    """
    source = Source(tree=tree, document=document)
    check_plan(plan)
    check_shapes(source)
    remarks = check_support(source)
    check_references(source, outline(tree))
    normalized = normalize(tree)
    with tempfile.TemporaryDirectory(prefix="specmend-") as name:
        folder = Path(name).resolve()
        generated = run_generators(normalized, plan, folder)
        check_generated(source, generated)
        files, findings = assemble(generated, plan, folder)
        warnings = [*operation_warnings(source, generated), *findings]
    return ClientPackage(files=files, normalized=encode(normalized), warnings=(*remarks, *warnings))
