"""The examples of tools, shapes, pictures and backends in the README run as they stand there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from chat_server import called, chatting, last, said

# Not from tests.repository: these tests also run where only the clients are installed.
ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "patches" / "ollama-native" / "client" / "README.md"
ROME = {"place": "Rome"}
SAID = [said("It is "), last("fine.")]


def example(heading: str) -> str:
    """The code below a heading."""
    section = README.read_text("utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    (code,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    return str(code)


@pytest.mark.skipif(
    not README.is_file(), reason="the clients are installed, without the repository"
)
@pytest.mark.parametrize(
    ("heading", "answers", "printed"),
    [
        ("Tools", {"llama3.2": [last(tool_calls=[called("weather", ROME, 0)])]}, "It is fine.\n"),
        ("Answers in a shape", {"llama3.2": [last('{"name": "blue", "light": 0.5}')]}, "blue 12\n"),
        ("Pictures", {"gemma3": SAID}, "It is fine.\n"),
        (
            "A backend",
            {"llama3.2": [last(tool_calls=[called("clock", {"zone": "Rome"}, 0)])]},
            "It is fine.Completion",
        ),
    ],
)
def test_an_example_runs(
    heading: str,
    answers: dict[str, list[dict[str, object]]],
    printed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "sky.png").write_bytes(b"\x89PNG\x00")
    monkeypatch.chdir(tmp_path)
    with chatting(answers, after_tools=SAID) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.url.removesuffix("/api"))
        exec(compile(example(heading), heading, "exec"), {"__name__": "example"})  # noqa: S102 - our own README
    assert capsys.readouterr().out.startswith(printed)
    assert all(
        "sunny in Rome" in str(body) or "noon in Rome" in str(body) for body in server.seen[1:]
    )
