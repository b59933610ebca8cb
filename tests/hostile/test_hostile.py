"""Hostile documents and overlays: each is refused with the limit it exceeds, or does no harm."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.hostile.measured import DOCUMENT, HEAD, MEND, apply, bomb, command, refused


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and the requests that it got."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}", asked
        running.shutdown()


def test_an_alias_bomb_is_refused_by_what_it_expands_to(tmp_path: Path) -> None:
    refused(
        apply(tmp_path, bomb(9)),
        "the limit of 10,000,000 for nodes",
        "set SPECMEND_MAX_NODES to a larger number",
    )
    refused(apply(tmp_path, DOCUMENT, bomb(9)), "o.yaml:", "for nodes")


def test_many_aliases_of_small_things_are_fine(tmp_path: Path) -> None:
    ran = apply(tmp_path, DOCUMENT + "a: &a {b: 1}\nc: [" + "*a, " * 5_000 + "]\n")
    assert ran.code == 0, ran.err
    assert "title: Cats" in (tmp_path / "out.yaml").read_text()


def test_a_small_bomb_does_not_cost_its_expansion_when_it_is_searched(tmp_path: Path) -> None:
    overlay = HEAD + "actions:\n  - {target: '$..[?@.nothing]', remove: true}\n"
    ran = apply(tmp_path, bomb(4), overlay)
    refused(ran, "selects nothing")


def test_the_limit_of_nodes_can_be_lowered_and_raised(tmp_path: Path) -> None:
    refused(apply(tmp_path, bomb(4), SPECMEND_MAX_NODES="1000"), "the limit of 1,000 for nodes")
    assert apply(tmp_path, bomb(4), SPECMEND_MAX_NODES="100000").code == 0


@pytest.mark.parametrize("text", ["a: &a [*a]\n", "a: &a {b: *a}\n", "&a [*a]\n"])
def test_an_alias_of_itself_is_refused(tmp_path: Path, text: str) -> None:
    refused(apply(tmp_path, text), "alias *a has no anchor before it")
    refused(apply(tmp_path, DOCUMENT, text), "alias *a has no anchor before it")


@pytest.mark.parametrize("depth", [5_000, 30_000, 100_000])
@pytest.mark.parametrize("form", ["yaml", "json"])
@pytest.mark.parametrize("shape", ["closed", "open"])
def test_nested_brackets_of_a_document_are_refused(
    tmp_path: Path, depth: int, form: str, shape: str
) -> None:
    ran = apply(tmp_path, "[" * depth + ("]" * depth if shape == "closed" else ""), form=form)
    refused(
        ran,
        f"d.{form}:1:",
        "the limit of 200 for depth",
        "set SPECMEND_MAX_DEPTH to a larger number",
    )


@pytest.mark.parametrize("depth", [5_000, 30_000, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_nested_collections_of_an_overlay_are_refused(
    tmp_path: Path, depth: int, opening: str, closing: str
) -> None:
    overlay = (
        HEAD
        + "actions:\n  - target: $.info\n    update:\n      "
        + opening * depth
        + closing * depth
        + "\n"
    )
    refused(apply(tmp_path, DOCUMENT, overlay), "o.yaml:6:", "the limit of 200 for depth")


@pytest.mark.parametrize("depth", [5_000, 30_000, 100_000])
def test_nested_objects_of_json_are_refused(tmp_path: Path, depth: int) -> None:
    refused(
        apply(tmp_path, '{"a":' * depth + "1" + "}" * depth, form="json"),
        "the limit of 200 for depth",
    )


def test_a_document_just_under_the_limit_of_depth_is_edited_and_searched(tmp_path: Path) -> None:
    overlay = MEND + "  - {target: '$..[?@.x]', update: {y: 1}}\n"
    nested = '{"a":' * 195 + '{"x": 1}' + "}" * 195
    text = f'{{"info": {{"title": "Pets"}}, "deep": {nested}}}'
    ran = apply(tmp_path, text, overlay, form="json")
    assert ran.code == 0, ran.err
    assert '"y": 1' in (tmp_path / "out.yaml").read_text()


def test_the_limit_of_depth_can_be_raised(tmp_path: Path) -> None:
    text = f'{{"info": {{"title": "Pets"}}, "deep": {"[" * 300}{"]" * 300}}}'
    refused(apply(tmp_path, text, form="json"), "the limit of 200 for depth")
    assert apply(tmp_path, text, form="json", SPECMEND_MAX_DEPTH="400").code == 0


@pytest.mark.parametrize("verb", ["apply", "validate"])
def test_nothing_is_fetched(tmp_path: Path, server: tuple[str, list[str]], verb: str) -> None:
    address, asked = server
    reference = f"{address}/schema.yaml"
    text = (
        DOCUMENT
        + f"components: {{schemas: {{A: {{$ref: '{reference}'}},"
        + f" B: {{$ref: '{reference}#/x'}}}}}}\n"
    )
    if verb == "apply":
        assert apply(tmp_path, text, MEND + f"extends: {address}/openapi.yaml\n").code == 0
        assert (tmp_path / "out.yaml").read_text() == text.replace("Pets", "Cats")
    else:
        (tmp_path / "d.yaml").write_text(text)
        assert command(tmp_path, "validate", "d.yaml").code in {0, 1}
    assert asked == []


@pytest.mark.parametrize(
    "reference", ["../../secret.yaml", "secret.yaml", "file:///etc/passwd", "secret.yaml#/key"]
)
def test_references_to_files_are_not_followed(tmp_path: Path, reference: str) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    for place in (tmp_path, folder):
        (place / "secret.yaml").write_text("key: geheim\n")
    text = DOCUMENT + f"components: {{schemas: {{A: {{$ref: '{reference}'}}}}}}\n"
    assert apply(folder, text).code == 0
    assert (folder / "out.yaml").read_text() == text.replace("Pets", "Cats")
    ran = command(folder, "validate", "d.yaml")
    assert ran.code in {0, 1}
    assert "geheim" not in ran.out + ran.err


def test_text_that_looks_like_a_template_stays_text(tmp_path: Path) -> None:
    texts = [
        "{{ cycler.__init__.__globals__.os.getpid() }}",
        "${HOME}",
        "$(id)",
        "{% raw %}",
        "%s %(a)s {0}",
        "!!x",
    ]
    actions = "".join(
        f"  - {{target: $.info, update: {json.dumps({f'x-{i}': t})}}}\n"
        for i, t in enumerate(texts)
    )
    assert (
        apply(tmp_path, json.dumps({"info": {}}), HEAD + "actions:\n" + actions, form="json").code
        == 0
    )
    assert list(json.loads((tmp_path / "out.yaml").read_text())["info"].values()) == texts


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.getpid []", "!!python/name:os.system", "!!binary aGk="]
)
def test_tags_make_no_objects(tmp_path: Path, tag: str) -> None:
    ran = apply(
        tmp_path, DOCUMENT, HEAD + f"actions:\n  - {{target: $.info, update: {{x: {tag}}}}}\n"
    )
    assert ran.code in {0, 1}
    assert str(os.getpid()) not in ran.out


def test_proto_is_data(tmp_path: Path) -> None:
    overlay = (
        HEAD
        + "actions:\n  - target: $.info\n"
        + "    update: {__proto__: {x: 1}, __class__: 1, constructor: {y: 2}}\n"
    )
    assert apply(tmp_path, '{"info": {}}', overlay, form="json").code == 0
    assert json.loads((tmp_path / "out.yaml").read_text()) == {
        "info": {"__proto__": {"x": 1}, "__class__": 1, "constructor": {"y": 2}}
    }


@pytest.mark.parametrize("form", ["yaml", "json"])
@pytest.mark.parametrize(
    "number", ["1" * 100_000, "-" + "9" * 5_000, "1e999999999", "1." + "0" * 50_000 + "1"]
)
def test_huge_numbers_are_refused_or_kept(tmp_path: Path, form: str, number: str) -> None:
    ran = apply(tmp_path, f'{{"info": {{"title": "Pets"}}, "n": {number}}}', form=form)
    if ran.code == 0:
        assert f'"n": {number}' in (tmp_path / "out.yaml").read_text()
    else:
        assert "number" in ran.err


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    for name in ("d.yaml", "o.yaml"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(200_000_000)
    ran = command(
        tmp_path, "apply", "--document", "d.yaml", "--overlay", "o.yaml", "--output", "out.yaml"
    )
    refused(
        ran,
        "the limit of 100,000,000 for bytes",
        "200,000,000 bytes",
        "set SPECMEND_MAX_BYTES to a larger number",
    )
    assert ran.err.count("the limit of 100,000,000") == 2
    ran = command(tmp_path, "validate", "d.yaml")
    refused(ran, "d.yaml: error: the document exceeds the limit of 100,000,000 for bytes")


def test_a_limit_of_bytes_of_ones_own_is_held(tmp_path: Path) -> None:
    refused(apply(tmp_path, DOCUMENT, SPECMEND_MAX_BYTES="20"), "the limit of 20 for bytes")


def test_copies_of_copies_are_refused_before_they_are_written(tmp_path: Path) -> None:
    doubling = "".join(
        f"  - {{target: $.x, update: {{k{i}: {{}}}}}}\n  - {{target: $.x.k{i}, copy: $.x}}\n"
        for i in range(60)
    )
    ran = apply(tmp_path, DOCUMENT + "x: {a: 1}\n", HEAD + "actions:\n" + doubling)
    refused(
        ran,
        "writes more than the limit of 150,000 values",
        "set SPECMEND_MAX_COPIED to a larger number",
    )


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(a|aa)+c", "does not have the form (a|aa)+c"),
        (r"^(?=((a|aa)+)+$)(?!x)\1b", "takes too many tries"),
    ],
)
def test_a_pattern_of_a_schema_that_would_never_end_is_stopped(
    tmp_path: Path, pattern: str, words: str
) -> None:
    schema = f"{{type: string, pattern: '{pattern}', default: {'a' * 60}b}}"
    (tmp_path / "d.yaml").write_text(DOCUMENT + f"components: {{schemas: {{A: {schema}}}}}\n")
    ran = command(tmp_path, "validate", "d.yaml")
    assert ran.code == 1
    assert words in ran.out
