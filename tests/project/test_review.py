"""Reviews of five histories, and of revisions at which an API is new, gone, renamed or broken."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from tests.project.histories import (
    BIRDS,
    BORN,
    BORN_STEP,
    DOCUMENT,
    HISTORIES,
    NAMED,
    TOOLS,
    make,
    pets,
    pin,
)
from tests.project.in_git import Repository
from tests.shared_folder import shared_folder

from specmend.document.text.document import read_document
from specmend.errors import OutsideError, RepositoryError, UsageError
from specmend.project import review_wire
from specmend.project.repository import Project
from specmend.review.records import Cause, Review, Reviews


@pytest.fixture
def made(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    shutil.copytree(shared_folder(tmp_path_factory, "histories", pets), tmp_path / "p")
    return Repository(tmp_path / "p", tmp_path / "p")


@pytest.fixture
def bare(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The same without a package, which takes no time to compare."""
    folder = shared_folder(tmp_path_factory, "histories-bare", partial(pets, package=""))
    shutil.copytree(folder, tmp_path / "p")
    return Repository(tmp_path / "p", tmp_path / "p")


def reviewed(made: Repository, base: str = "main", head: str | None = None) -> Reviews:
    return Project.find(made.project).review(None, base, head)


def one(made: Repository, base: str = "main", head: str | None = None) -> Review:
    (review,) = reviewed(made, base, head).apis
    return review


def facts(review: Review) -> dict[str, list[str]]:
    """What a review says, in a few words for each fact."""
    return {
        "breaks": [f"{two.by}: {told(two)}" for two in review.breaks],
        "wire only": [f"{two.by}: {two.words}" for two in review.wire_only],
        "new": [f"{two.by}: {told(two)}" for two in review.new],
        "steps": [f"{two.fate} {two.number} {two.verdict}" for two in review.steps],
        "upstream": [f"{two.change.words} {two.steps}" for two in review.upstream],
        "tools": [two.name for two in review.tools],
    }


def told(cause: Cause) -> str:
    """The first fact of a cause: that of the package, or else that of the document."""
    return cause.package[0].words if cause.package else cause.wire[0].words


EMPTY: dict[str, list[str]] = {
    name: [] for name in ("breaks", "wire only", "new", "steps", "upstream", "tools")
}
EXPECTED = {
    "a step added": (
        "1.3.0",
        {
            "new": ["step 0003: `models.Pet(...)` takes a new argument `born`"],
            "steps": ["added 3 applies"],
        },
    ),
    "a step retired": (
        "1.2.0",
        {
            "steps": ["retired 2 already-upstream"],
            "upstream": ['`kind` may be "bird" now (2,)'],
        },
    ),
    "an upstream move with a break": (
        "2.0.0",
        {
            "breaks": [
                "upstream: the argument `kind` of `client.add_pet(...)` is now called `species`",
                "upstream: `client.get_pet(...)` no longer exists",
            ],
            "new": ["upstream: `models.Pet(...)` takes a new argument `chip`"],
            "steps": ["changed 2 applies"],
            "upstream": [
                "is gone ()",
                "`species` is in place of `kind` (2,)",
                "gained `chip` (string) ()",
            ],
        },
    ),
    "a generator upgrade": (
        "1.3.0",
        {
            "new": ["generator: `client.add_pet(...)` takes a new argument `timeout`"],
            "tools": ["datamodel-code-generator"],
        },
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_history_is_told_once_for_each_cause(name: str, made: Repository) -> None:
    HISTORIES[name](made)
    review = one(made)
    version, expected = EXPECTED[name]
    assert facts(review) == EMPTY | expected
    assert review.bump.new == version
    assert (review.problems, review.remarks) == ((), ())
    # What made the version is told once: by the package, where that shows it.
    assert {reason.on for reason in review.bump.reasons} <= {"package"}


def test_a_commit_is_reviewed_as_the_working_tree_is(bare: Repository) -> None:
    HISTORIES["a step added"](bare)
    before = one(bare)
    bare.commit("a step")
    HISTORIES["nothing"](bare)
    after = one(bare, "HEAD~1", "HEAD")
    assert facts(after) == facts(before)
    assert after.head.commit == bare.git("rev-parse", "HEAD")
    assert [change.cause for change in before.wire] == [change.cause for change in after.wire]
    assert before.notes == after.notes


def test_nothing_touches_no_api(made: Repository) -> None:
    HISTORIES["nothing"](made)
    found = reviewed(made)
    assert (found.apis, found.summary) == ((), "Nothing changed for any API since main.")
    assert Project.find(made.project).api("pets").review("main").is_empty


def test_the_base_is_where_the_head_left_the_default_branch(bare: Repository) -> None:
    first = bare.git("rev-parse", "HEAD")
    bare.git("checkout", "--quiet", "-b", "feature")
    HISTORIES["a step added"](bare)
    bare.commit("a step")
    bare.git("checkout", "--quiet", "main")
    bare.write("README.md", "# Other\n")
    bare.commit("main goes on")
    bare.git("checkout", "--quiet", "feature")
    found = Project.find(bare.project).review()
    assert (found.base, found.apis[0].base.commit) == ("main", first)
    assert found.apis[0].head.name == "the working tree"
    other = Project.find(bare.project).review(None, "main...", "feature")
    assert other.apis[0].base.commit == first


def test_a_shallow_clone_without_the_base_says_what_to_fetch(
    bare: Repository, tmp_path: Path
) -> None:
    bare.commit("second")
    bare.git("branch", "change")
    clone = tmp_path / "clone"
    bare.git("clone", "-q", "--depth=1", "--branch=change", bare.top.as_uri(), str(clone))
    for base in (None, "HEAD~1", "main"):
        with pytest.raises((UsageError, OutsideError)) as raised:
            Project.find(clone).review(None, base)
        (problem,) = raised.value.problems
        assert ("shallow" in problem.message, "--unshallow" in problem.advice) == (True, True)


@pytest.mark.parametrize(
    ("base", "head", "words"),
    [
        ("0" * 40, None, "a revision of zeros is no commit"),
        ("main", "0" * 40, "a revision of zeros is no commit"),
        ("", None, "the revision is empty"),
        ("main", "", "the revision is empty"),
    ],
)
def test_a_program_may_name_no_commit(
    bare: Repository, base: str, head: str | None, words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        reviewed(bare, base, head)


def test_without_a_default_branch_a_base_is_asked_for(made: Repository) -> None:
    made.git("branch", "--move", "trunk")
    with pytest.raises(UsageError, match="no default branch") as raised:
        Project.find(made.project).review()
    assert raised.value.problems[0].advice.endswith("--base REV")


def test_a_retired_step_whose_fault_is_still_there_is_a_problem(bare: Repository) -> None:
    old = bare.project / "patches/pets" / BIRDS
    bare.write(f"patches/pets/retired/{BIRDS}", old.read_text("utf-8"))
    old.unlink()
    make(bare)
    review = one(bare)
    (step,) = review.steps
    assert (step.fate, step.verdict, step.needs_person) == ("retired", "applies", True)
    (problem,) = review.problems
    assert problem.message == "this step is retired, and upstream still has what it corrects"


def test_a_step_that_another_one_stands_for_may_go(bare: Repository) -> None:
    old = bare.project / "patches/pets" / NAMED
    text = old.read_text("utf-8").replace("Say that", "Tell that")
    bare.write("patches/pets/0003-tell-that-a-pet-has-a-name.yaml", text)
    old.unlink()
    make(bare)
    removed, added = one(bare).steps
    assert (removed.fate, removed.needs_person) == ("removed", False)
    assert removed.message.endswith("other steps correct it now")
    assert (added.fate, added.number) == ("added", 3)


def test_a_removed_step_shows_that_its_fault_is_back(made: Repository) -> None:
    (made.project / "patches/pets" / NAMED).unlink()
    make(made)
    review = one(made)
    assert [step.needs_person for step in review.steps] == [True]
    assert review.problems == ()
    assert {change.by for change in review.wire} == {"step 0001"}
    assert {change.by for change in review.package} == {"step 0001"}


def test_steps_are_told_apart(bare: Repository) -> None:
    bare.write(f"patches/pets/{BORN}", BORN_STEP)
    (bare.project / "patches/pets" / NAMED).unlink()
    make(bare)
    by = {change.words: change.by for change in one(bare).wire}
    assert by == {
        "gained `born` (string)": "step 0003",
        "`name` is not required any more": "step 0001",
    }


def test_upstream_and_steps_are_told_apart(bare: Repository) -> None:
    moved = DOCUMENT.replace("        id:\n", "        chip: {type: string}\n        id:\n")
    pin(bare, moved)
    born = BORN_STEP.replace("properties\n", "properties.id\n").replace(
        "{born: {type: string}}", "{minimum: 1}"
    )
    bare.write(f"patches/pets/{BORN}", born)
    make(bare)
    by = {change.place: change.by for change in one(bare).wire}
    assert by == {
        "/components/schemas/Pet/properties/chip": "upstream",
        "/components/schemas/Pet/properties/id/minimum": "step 0003",
    }


@pytest.mark.parametrize("upstream", [DOCUMENT, DOCUMENT.replace("title: Pets", "title: Cats")])
def test_steps_that_share_a_part_are_told_apart(
    bare: Repository, monkeypatch: pytest.MonkeyPatch, upstream: str
) -> None:
    """With more steps than there are parts, each is known by the places that it touches."""
    monkeypatch.setattr(review_wire, "_MOST_STAGES", 1)
    pin(bare, upstream)
    bare.write(f"patches/pets/{BORN}", BORN_STEP)
    (bare.project / "patches/pets" / NAMED).unlink()
    make(bare)
    by = {change.words: change.by for change in one(bare).wire if change.direction == "response"}
    assert by == {
        "gained `born` (string)": "step 0003",
        "`name` is not required any more": "step 0001",
    }


def test_a_renumbered_step_is_told_and_changes_nothing(made: Repository) -> None:
    (made.project / "patches/pets" / BIRDS).rename(made.project / "patches/pets/0007-birds.yaml")
    make(made)
    review = one(made)
    (step,) = review.steps
    assert (step.fate, step.number, step.number_before) == ("renumbered", 7, 2)
    assert (review.wire, review.bump.part) == ((), "none")


def test_hand_written_modules_are_told_apart(made: Repository) -> None:
    made.write("patches/pets/client/extra.py", "def feed(pet: int) -> None: ...\n")
    make(made)
    review = one(made)
    assert {change.by for change in review.package} == {"client modules"}


def test_an_api_may_be_new_or_gone(made: Repository) -> None:
    settings = made.read("specmend.toml")
    made.write("specmend.toml", settings + '[apis.vets]\npackage = "vets"\nversion = "0.3.0"\n')
    pin(made, DOCUMENT.replace("Pets, version", "Vets, version"), "vets")
    make(made, name="vets")
    review = one(made)
    assert (review.base.is_there, review.summary) == (
        False,
        "The API is new, with version 0.3.0.",
    )
    second = made.commit("vets")
    made.write("specmend.toml", settings)
    for folder in ("spec/vets", "generated/vets"):
        shutil.rmtree(made.project / folder)
    found = reviewed(made, second)
    assert (found.gone, found.apis, found.summary) == (("vets",), (), "vets removed.")
    (gone,) = Project.find(made.project).review("vets", second).apis
    assert (gone.head.is_there, gone.summary) == (False, "The API is removed.")


def test_an_api_may_have_had_another_name(made: Repository) -> None:
    for folder in ("spec", "patches", "generated"):
        (made.project / folder / "pets").rename(made.project / folder / "animals")
    text = made.read("specmend.toml")
    made.write("specmend.toml", text.replace("apis.pets", "apis.animals"))
    make(made, name="animals")
    found = reviewed(made)
    (review,) = found.apis
    assert (review.base.api, review.head.api, found.gone) == ("pets", "animals", ())
    assert review.remarks == ("The API animals was called pets at main.",)
    assert (review.wire, review.package, review.steps) == ((), (), ())
    assert Project.find(made.project).review("pets", "main").apis == found.apis
    made.commit("renamed")
    made.git("checkout", "--quiet", "HEAD~1")
    away = reviewed(made, "HEAD", "main")
    assert ([two.api for two in away.apis], away.gone) == (["animals"], ())


def test_settings_may_lie_elsewhere(made: Repository) -> None:
    (made.project / "inside").mkdir()
    for name in ("spec", "patches", "generated"):
        (made.project / name).rename(made.project / "inside" / name)
    settings = made.read("specmend.toml").replace("apis.pets", "tool.specmend.apis.pets")
    (made.project / "specmend.toml").unlink()
    moved = Repository(made.top, made.top / "inside")
    moved.write("pyproject.toml", settings)
    moved.write(f"patches/pets/{BORN}", BORN_STEP)
    make(moved)
    review = one(moved)
    assert facts(review) == EMPTY | EXPECTED["a step added"][1]


@pytest.mark.parametrize(("line", "asked"), [("", False), ("# more\n", True)])
def test_a_package_that_was_only_moved_asks_for_no_version(
    made: Repository, line: str, asked: bool
) -> None:
    (made.project / "inside").mkdir()
    for name in ("spec", "patches", "generated", "specmend.toml"):
        (made.project / name).rename(made.project / "inside" / name)
    moved = Repository(made.top, made.top / "inside")
    if line:
        moved.write("generated/pets/pets/more.py", line)
    bump = one(moved).bump
    assert (bump.new != bump.old) is asked


def test_what_cannot_be_read_at_the_base_is_a_remark(bare: Repository) -> None:
    bare.write(f"patches/pets/{BIRDS}", "no: step\n")
    base = bare.commit("broken")
    bare.git("checkout", "--quiet", "HEAD~1", "--", ".")
    HISTORIES["a step added"](bare)
    review = one(bare, base)
    assert any(BIRDS in remark for remark in review.remarks)
    assert [change.words for change in review.wire] == ["gained `born` (string)"]
    assert review.problems == ()


def test_what_cannot_be_read_at_the_head_is_a_problem(made: Repository) -> None:
    made.write(f"patches/pets/{BIRDS}", "no: step\n")
    review = one(made)
    assert any(problem.file.endswith(BIRDS) for problem in review.problems)


def test_what_is_not_built_is_a_problem(made: Repository) -> None:
    made.write(f"patches/pets/{BORN}", BORN_STEP)
    review = one(made)
    assert [problem.advice for problem in review.problems] == [
        "specmend build pets, and commit what it changes"
    ]


def test_a_step_that_no_longer_applies_is_a_problem(bare: Repository) -> None:
    pin(bare, DOCUMENT.replace("enum: [cat, dog]", "enum: [cat]"))
    (problem,) = one(bare).problems
    assert problem.file.endswith(BIRDS)
    assert problem.message == "the document is not what this action was written for"


def test_a_document_that_its_pin_does_not_know_is_a_problem(bare: Repository) -> None:
    bare.write("spec/pets/upstream.yaml", DOCUMENT + "x-more: 1\n")
    problems = [problem.message for problem in one(bare).problems]
    assert problems[0] == "the upstream document is not the one that was pinned"
    assert one(bare).remarks == ()


def test_a_sanitized_document_that_was_edited_is_a_problem(bare: Repository) -> None:
    text = bare.read("spec/pets/sanitized.yaml")
    bare.write("spec/pets/sanitized.yaml", text.replace("title: Pets", "title: Cats"))
    review = one(bare)
    assert [problem.message for problem in review.problems] == [
        "the sanitized document is not what the steps make of upstream's"
    ]
    assert [change.by for change in review.wire] == ["unknown"]


def test_a_document_on_one_line_has_the_steps_of_its_places(bare: Repository) -> None:
    (bare.project / "spec/pets/upstream.yaml").unlink()
    (bare.project / "spec/pets/sanitized.yaml").unlink()
    data = json.dumps(read_document(DOCUMENT.encode(), "a.yaml").tree)
    for text in (data, data.replace('"dog"]', '"dog", "bird"]').replace("List", "Get")):
        digest = hashlib.sha256(text.encode()).hexdigest()
        bare.write("spec/pets/upstream.json", text)
        pinned = bare.read("spec/pets/pin.toml").rpartition("sha256")[0]
        bare.write("spec/pets/pin.toml", f'{pinned}sha256 = "{digest}"\n')
        base = bare.commit("another upstream")
    found = Project.find(bare.project).review("pets", f"{base}~1").apis[0].upstream
    assert [(one.change.id, one.steps) for one in found] == [("schema-enum-value-added", (2,))]


def test_a_package_may_be_missing_on_one_side(made: Repository) -> None:
    shutil.rmtree(made.project / "generated")
    base = made.commit("no package")
    made.git("checkout", "--quiet", "HEAD~1", "--", ".")
    review = one(made, base)
    assert review.doubt == f"there is no generated package at {base}"
    assert review.remarks == (f"What changes in the Python package is not known: {review.doubt}.",)


def as_built(made: Repository) -> None:
    make(made)


def not_built(made: Repository) -> None:
    """The document is sanitized, and the package is as before."""
    document = Project.find(made.project).api("pets").sanitize().document
    made.write("spec/pets/sanitized.yaml", document.text)


def edited_by_hand(made: Repository) -> None:
    make(made)
    text = made.read("generated/pets/pets/models.py")
    made.write("generated/pets/pets/models.py", text + "\nMORE = 1\n")


def sanitized_by_hand(made: Repository) -> None:
    make(made)
    text = made.read("spec/pets/sanitized.yaml")
    made.write("spec/pets/sanitized.yaml", text.replace("title: Pets", "title: Cats"))


def no_manifest(made: Repository) -> None:
    make(made)
    (made.project / "generated/pets/manifest.json").unlink()


def no_package(made: Repository) -> None:
    not_built(made)
    shutil.rmtree(made.project / "generated")


BODY = "application/{}:\n            schema: {{$ref: '#/components/schemas/NewPet'}}"


@pytest.mark.parametrize(
    ("change", "is_known"),
    [
        (as_built, True),
        (not_built, False),
        (edited_by_hand, False),
        (sanitized_by_hand, False),
        (no_manifest, False),
        (no_package, False),
    ],
)
def test_what_changes_in_a_package_is_known_where_it_was_built(
    made: Repository, change: Callable[[Repository], None], is_known: bool
) -> None:
    """A break on the wire leaves the package whole: nobody knows that of one that is not built."""
    before = made.git("rev-parse", "HEAD")
    pin(made, DOCUMENT.replace(BODY.format("json"), BODY.format("xml")))
    change(made)
    review = one(made, before)
    words = "in Python no change; minor version 1.2.0 → 1.3.0."
    if not is_known:
        words = "in Python nobody knows yet; major version 1.2.0 → 2.0.0."
    assert (bool(review.doubt), len(review.wire_only)) == (not is_known, 1)
    assert review.summary == f"On the wire 1 change breaks; {words}"
    # The same where the base is so.
    after = made.commit()
    assert bool(one(made, after, before).doubt) is not is_known


def test_without_a_change_on_the_wire_the_next_version_is_not_known(made: Repository) -> None:
    shutil.rmtree(made.project / "generated")
    made.commit("no package")
    made.write("patches/pets/README.md", "# Steps\n")
    found = reviewed(made)
    assert found.apis[0].summary == (
        "On the wire no change; in Python nobody knows yet; the next version is not known."
    )


def test_a_version_that_is_too_low_is_a_problem(bare: Repository) -> None:
    HISTORIES["a step added"](bare)
    settings = bare.read("specmend.toml").replace("1.2.0", "1.2.1")
    bare.write("specmend.toml", settings)
    make(bare)
    review = one(bare)
    (problem,) = review.problems
    assert (problem.found, problem.expected[:5]) == ("1.2.1", "1.3.0")
    bare.write("specmend.toml", settings + '[apis.pets.bump.lower]\n"1.2.1" = "Nobody."\n')
    assert one(bare).problems == ()


def test_a_version_that_is_no_release_yet_is_not_raised_again(bare: Repository) -> None:
    bare.git("tag", "pets-v1.1.0")
    HISTORIES["a step added"](bare)
    review = one(bare)
    assert (review.bump.new, review.summary.rpartition("; ")[2]) == (
        "1.2.0",
        "version 1.2.0 is high enough.",
    )


def test_an_unknown_name_is_refused(made: Repository) -> None:
    with pytest.raises(RepositoryError, match="no API named 'pet'"):
        Project.find(made.project).review("pet", "main")


def test_another_tool_of_the_manifest_is_told(made: Repository) -> None:
    make(made, tools={**TOOLS, "datamodel-code-generator": "0.90.0"})
    manifest = json.loads(made.read("generated/pets/manifest.json"))
    assert manifest["tools"]["datamodel-code-generator"] == "0.90.0"
    assert [tool.new for tool in one(made).tools] == ["0.90.0"]


def test_a_class_of_a_schema_that_upstream_renamed_is_of_upstream(made: Repository) -> None:
    text = DOCUMENT.replace("schemas/Pets'", "schemas/Herd'")
    pin(made, text.replace("\n    Pets:\n", "\n    Herd:\n"))
    make(made)
    assert facts(one(made)) == {
        **EMPTY,
        "breaks": ["upstream: `models.Pets` is now called `models.Herd`"],
    }
