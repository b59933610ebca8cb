"""Generates a client package: document in, bytes out."""

from __future__ import annotations

import tempfile
from pathlib import Path

from specmend.document.text.collector import collector_paused
from specmend.document.text.document import Document
from specmend.document.tree.values import Tree
from specmend.generate.assemble import assemble
from specmend.generate.check import (
    check_generated,
    check_plan,
    check_references,
    operation_warnings,
)
from specmend.generate.defaults import default_remarks
from specmend.generate.directions import direction_remarks
from specmend.generate.discriminators import discriminator_remarks
from specmend.generate.faults import Faults
from specmend.generate.generators import encode, run_generators
from specmend.generate.key_remarks import key_remarks
from specmend.generate.manifest import tool_versions
from specmend.generate.normalize.table import normalize, outline
from specmend.generate.plan import ClientPackage, PackagePlan
from specmend.generate.remarks import schema_remarks
from specmend.generate.shapes import check_shapes
from specmend.generate.source import Source
from specmend.generate.support import check_support, support_warnings
from specmend.progress import SILENT, Progress, phase

__all__ = ["check_document", "generate", "tool_versions"]


def check_document(tree: Tree, plan: PackagePlan, document: Document | None = None) -> None:
    """Raise the faults that `generate` would find before a generator runs."""
    _checked(tree, plan, document).raise_all()


def generate(
    tree: Tree,
    plan: PackagePlan,
    document: Document | None = None,
    progress: Progress = SILENT,
) -> ClientPackage:
    """Make the client package of a sanitized document; `document` says where its places stand.

    Raises OutsideError when a generator fails, and RepositoryError with the faults of all stages,
    one problem each: what has a fault is left out of the stages that follow.
    """
    with collector_paused():
        return _generate(tree, plan, document, progress)


def _generate(
    tree: Tree, plan: PackagePlan, document: Document | None, progress: Progress
) -> ClientPackage:
    with phase(progress, plan.api, "looking for what cannot be generated"):
        faults = _checked(tree, plan, document)
    source = faults.sound
    with phase(progress, plan.api, "normalizing"):
        normalized = normalize(source.tree)
    with tempfile.TemporaryDirectory(prefix="specmend-") as name:
        folder = Path(name).resolve()
        with faults.stage():
            generated = run_generators(normalized, plan, folder, progress)
            check_generated(source, generated)
        faults.raise_all()
        with phase(progress, plan.api, "checking the package"):
            files, findings = assemble(generated, plan, folder)
        warnings = [*operation_warnings(source, generated), *findings]
    remarks = [*key_remarks(source), *schema_remarks(source), *direction_remarks(source)]
    remarks += [*discriminator_remarks(source), *default_remarks(source, normalized)]
    told = (*faults.warnings, *support_warnings(source), *remarks, *warnings)
    return ClientPackage(files=files, normalized=encode(normalized), warnings=told)


def _checked(tree: Tree, plan: PackagePlan, document: Document | None) -> Faults:
    """The faults that are found without a generator, and the document without what has one."""
    faults = Faults(Source(tree=tree, document=document, api=plan.api))
    with faults.elsewhere():
        check_plan(plan)
    with faults.stage():
        check_shapes(faults.sound)
    with faults.stage():
        check_support(faults.sound)
    with faults.stage():
        check_references(faults.sound, outline(faults.sound.tree))
    return faults
