"""One document of many files: the root with everything inside that its references lead to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, replace
from specmend.errors import LimitExceeded, Problem
from specmend.limits import DEPTH, exceeded
from specmend.source.bundle.dialect import dialect_of
from specmend.source.bundle.discriminators import write_out_names
from specmend.source.bundle.follow import Follower
from specmend.source.bundle.names import name_all
from specmend.source.bundle.source import Library, Source
from specmend.source.bundle.target import Target
from specmend.source.bundle.writer import Writer

RULE: Final = "bundle 1"
"""What made a document of many files, with its version: another one may make another document."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundled:
    """The tree of the document that was made, what a person should know of it, and its faults.

    With faults, and where no reference leads to another file, the tree is that of the root.
    """

    tree: Tree
    remarks: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def bundle(root: Source, library: Library, *, keeps_broken: bool = False) -> Bundled:
    """Bring everything that the references of a document lead to inside of it.

    What may be a component becomes one, named after its file or its key. A component of the root
    that is a reference alone becomes what it refers to, and keeps its name. All else, as path
    items and operations are, is written where it is referred to. With `keeps_broken`, a reference
    that cannot be followed stays as it is, with a remark.
    """
    dialect = dialect_of(root.tree)
    follower = Follower(root=root, library=library, keeps_broken=keeps_broken)
    writer = Writer(root=root, dialect=dialect, follower=follower)
    try:
        tree = writer.write_root()
    except LimitExceeded as error:
        follower.problems[_beyond(root, error)] = None
    except RecursionError:
        follower.problems[_beyond(root, exceeded(DEPTH))] = None
    if follower.problems:
        return Bundled(tree=root.tree, problems=tuple(follower.problems))
    if tree is not root.tree:
        tree = _with_components(tree, writer)
    return Bundled(tree=tree, remarks=tuple(follower.remarks))


def _beyond(root: Source, error: LimitExceeded) -> Problem:
    (problem,) = error.problems
    return root.problem((), problem.message, advice=error.advice)


def _with_components(tree: Tree, writer: Writer) -> Tree:
    """The document with its new components, each section in the order of names."""
    names = _addresses(tree, writer)
    writer.links.write(names)
    write_out_names(writer.discriminators, writer.links, writer.wanted, names)
    sections: dict[Address, dict[str, Tree]] = defaultdict(dict)
    for target, address in sorted(names.items(), key=lambda item: item[1]):
        sections[address[:-1]][str(address[-1])] = writer.contents[target]
    for section, components in sections.items():
        for above in (section[:-1], section):
            if get(tree, above) is MISSING:
                tree = replace(tree, above, {})
        tree = replace(tree, section, {**get(tree, section), **components})
    return tree


def _addresses(tree: Tree, writer: Writer) -> dict[Target, Address]:
    """The addresses of the new components."""
    addresses: dict[Target, Address] = {}
    for kind, section in writer.dialect.sections.items():
        wanted = {
            target: words
            for target, words in writer.wanted.items()
            if target.kind == kind and target not in writer.links.homes
        }
        present = get(tree, section)
        taken = present if isinstance(present, dict) else {}
        named = name_all(wanted, list(taken), kind.replace(" ", "_"))
        addresses |= {target: (*section, name) for target, name in named.items()}
    return addresses
