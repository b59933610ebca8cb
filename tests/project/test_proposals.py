"""Steps proposed from an edited document and from foreign files."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import pytest
from tests.cli.project import DOCUMENT, Folder
from tests.project.failing import document, operation, pets, write

from specmend.document.text.document import Document, parse_document
from specmend.errors import RepositoryError
from specmend.project import proposals as module
from specmend.project.api import Api
from specmend.project.apply import apply_apis
from specmend.project.proposals import Proposals, import_file, learn_steps
from specmend.steps.apply import apply_steps
from specmend.steps.check_shape import GAP
from specmend.steps.step_name import HIGHEST, LEFT_OUT

POINTER = "/components/schemas/Pets/properties/pets/minItems"
OVERLAY = """\
overlay: 1.1.0
info: {title: Mend, version: 1.0.0}
actions:
  - {target: $.components.schemas.Pets.properties.pets, update: {minItems: 0}}
  - {target: $.info.title, update: Cats}
  - {target: $.nowhere, remove: true}
"""


def edited(api: Api, *changes: tuple[str, str]) -> str:
    """The sanitized document as somebody edited it."""
    text = api.sanitize().document.text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    api.sanitized.write_text(text, "utf-8")
    return text


def test_an_edit_of_the_sanitized_document_becomes_a_step(api: Api) -> None:
    text = edited(api, ("minItems: 1 #", "minItems: 0 #"))
    proposals = learn_steps(api)
    (file,) = proposals.files
    assert (file.has_reason, file.outcome.step.number) == (False, 2)
    assert proposals.is_same_text
    assert proposals.document.text == text
    assert not (api.steps / file.name).exists()
    (path,) = proposals.write()
    assert path.read_text("utf-8") == file.text
    with pytest.raises(RepositoryError, match="this file is there already"):
        proposals.write()


def test_a_document_older_than_the_steps_is_no_edit(api: Api) -> None:
    apply_apis([api])
    assert learn_steps(api).files == ()
    for path in api.steps.glob("*.yaml"):
        path.unlink()
    with pytest.raises(RepositoryError) as caught:
        learn_steps(api)
    (problem,) = caught.value.problems
    assert problem.message.startswith("sanitized.yaml is older than the steps")
    assert problem.advice == "run specmend apply pets first"
    edited(api, ("minItems: 1 #", "minItems: 5 #"))
    assert len(learn_steps(api).files) == 1


def test_steps_may_say_the_same_in_another_layout(api: Api) -> None:
    edited(api, ("minItems: 1 #", "minItems:   0 #"))
    assert not learn_steps(api).is_same_text


def test_two_documents_are_compared_and_the_steps_go_where_that_is_said(
    api: Api, tmp_path: Path
) -> None:
    before = parse_document(DOCUMENT, "before.yaml")
    after = parse_document(DOCUMENT.replace("title: Pets", "title: Cats"), "after.yaml")
    proposals = learn_steps(api, before, after, folder=tmp_path / "out")
    (path,) = proposals.write()
    assert path.parent == tmp_path / "out"
    assert path.name.startswith("0001-")
    assert learn_steps(api, before, before).files == ()


def test_one_document_is_not_enough_and_the_edited_one_must_be_there(api: Api) -> None:
    document = parse_document(DOCUMENT, "before.yaml")
    with pytest.raises(RepositoryError, match="learn takes two documents or none"):
        learn_steps(api, document)
    with pytest.raises(RepositoryError, match="there is no such document"):
        learn_steps(api)


def test_steps_that_do_not_make_the_edited_document_are_a_bug(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited(api, ("minItems: 1 #", "minItems: 0 #"))
    monkeypatch.setattr(module, "learn", lambda *_: ())
    with pytest.raises(RuntimeError, match="do not make the edited document"):
        learn_steps(api)


def test_every_action_of_an_overlay_becomes_a_step_or_all_become_one(
    files: Folder, api: Api
) -> None:
    file = files.write("mend.yaml", OVERLAY)
    proposals = import_file(api, file)
    assert len(proposals.files) == 2
    assert len(proposals.notes) == 1
    together = import_file(api, file, together=True)
    (one,) = together.files
    assert one.outcome.step.title == "Import mend"
    assert len(one.outcome.step.actions) == 2
    assert together.document.tree == proposals.document.tree


def test_a_json_patch_becomes_steps(files: Folder, api: Api) -> None:
    patch = json.dumps([{"op": "replace", "path": POINTER, "value": 0}])
    proposals = import_file(api, files.write("mend.json", patch))
    assert "minItems: 0 # at least one" in proposals.document.text


def test_a_unified_diff_becomes_steps(files: Folder, api: Api) -> None:
    old = api.sanitize().document.text
    new = old.replace("minItems: 1 #", "minItems: 0 #")
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), "a/s.yaml", "b/s.yaml"
    )
    proposals = import_file(api, files.write("mend.diff", "".join(lines)))
    assert proposals.document.text == new


@pytest.mark.parametrize("text", [None, "a: 1\n"])
def test_what_is_none_of_the_three_is_refused(files: Folder, api: Api, text: str | None) -> None:
    file = files.root / "mend.yaml"
    if text is not None:
        files.write("mend.yaml", text)
    message = "there is no such file" if text is None else "pets cannot import this"
    with pytest.raises(RepositoryError, match=message):
        import_file(api, file)


def recorded(folder: Folder) -> Api:
    """An API of which a build left out one operation, and nothing else."""
    tree = {f"/{name}": {"get": operation(name, summary="old")} for name in "abcde"}
    api = pets(write(folder.root, document(tree)))
    edit = {"name": "drop-operations", "operations": ["GET /a"]}
    api.new_step(LEFT_OUT, "$", reason="It fails.", action={"x-edit": edit}, number=HIGHEST)
    return api


def sanitized_with(api: Api, proposals: Proposals) -> Document:
    """What becomes of the document when the proposals are written, with reasons."""
    for path in proposals.write():
        path.write_text(path.read_text("utf-8").replace(GAP, "It is wrong."), "utf-8")
    sanitized = api.sanitize(raise_on_problem=False)
    # A rule may change what is left out too: the record has to be written again then.
    assert {p.step for p in sanitized.applied.problems} <= {"specmend build pets --skip-failing"}
    record = sanitized.series.steps[-1]
    return apply_steps(sanitized.document, [record], enforce=False).document


def test_what_is_learnt_comes_before_the_record_of_what_was_left_out(files: Folder) -> None:
    (files.root / "patches/pets/0001-move-the-prefix.yaml").unlink()
    (files.root / "spec/pets/upstream.yaml").unlink()
    api = recorded(files)
    text = edited(api, ('"summary": "old"', '"summary": "new"'), ('"Pets"', '"Cats"'))
    proposals = learn_steps(api)
    assert proposals.is_same_text
    assert proposals.document.text == text
    assert [file.name[:4] for file in proposals.files] == ["0001", "0002"]
    assert sanitized_with(api, proposals).text == text


def test_what_is_imported_comes_before_the_record_too(files: Folder) -> None:
    (files.root / "patches/pets/0001-move-the-prefix.yaml").unlink()
    (files.root / "spec/pets/upstream.yaml").unlink()
    api = recorded(files)
    patch = [{"op": "replace", "path": "/info/title", "value": "Cats"}]
    path = files.write("cats.json", json.dumps(patch))
    proposals = import_file(api, path)
    assert [file.name[:4] for file in proposals.files] == ["0001"]
    assert sanitized_with(api, proposals).tree == proposals.document.tree
    assert "/a" not in proposals.document.tree["paths"]
