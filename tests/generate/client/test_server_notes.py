"""What is said of the arguments that say where servers are."""

from __future__ import annotations

from specmend.document.openapi.servers import Variable
from specmend.generate.client.server import ServerArgument
from specmend.generate.client.server_notes import server_notes


def test_notes() -> None:
    region = Variable(name="r", default="eu", description="Near you")
    arguments = [ServerArgument(argument="r_2", variable=region)]
    notes = dict(server_notes(arguments, ["https://b.test"]))
    assert notes["r_2"] == "What stands for `{r}` in the base URL; `eu` unless given. Near you."
    assert "`https://b.test`" in notes["servers"]
    assert list(server_notes([], [])) == []
