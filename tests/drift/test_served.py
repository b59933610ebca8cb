"""The variables of a server may be written out in its URL by now."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.faults import less, put, remove
from tests.drift.object_faults import frame
from tests.drift.test_proof import ASKED, judged_on

from specmend.drift.served import are_one_server
from specmend.steps.step import Verdict

PLACES = {"root": "$", "item": "$.paths['/pets']", "get": "$.paths['/pets'].get"}


def variable(default: str, *values: str) -> dict[str, Any]:
    """A variable of a server."""
    return {"default": default, **({"enum": list(values)} if values else {})}


def server(url: str, **variables: Any) -> dict[str, Any]:
    """A server."""
    return {"url": url, **({"variables": variables} if variables else {})}


REGION = variable("eu", "eu", "us")
WITH = server("https://{region}.x.com/{v}", region=REGION, v=variable("v1"))
EU, US = server("https://eu.x.com/v1"), server("https://us.x.com/v1")
IN_PART = server("https://eu.x.com/{v}", v=variable("v1"))
STEPS = {
    "default": put(".servers[0].variables.region.default", "us"),
    "member": less(".servers[0].variables.region.enum", "eu"),
    "choices": remove(".servers[0].variables.region.enum"),
    "variable": remove(".servers[0].variables.region"),
    "variables": remove(".servers[0].variables"),
    "server": remove(".servers[0]"),
    "servers": remove(".servers"),
}


def verdict(
    was: list[Any], fields: dict[str, Any], now: list[Any], place: str = "root", there: str = ""
) -> Verdict:
    """The verdict of a step on the servers at a place, which may stand at another one by now."""
    old = frame(**{place: {"servers": was}})
    new = frame(**{there or place: {"servers": now}})
    return judged_on(old, new, {**fields, "target": PLACES[place] + fields["target"]}).verdict


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("now", [[EU], [IN_PART], [EU, US]])
@pytest.mark.parametrize("step", STEPS)
def test_a_variable_that_is_written_out_is_no_removal(step: str, now: Any, place: str) -> None:
    if (step, now) == ("variables", [IN_PART]):
        assert verdict([WITH], STEPS[step], now, place) in {*ASKED, Verdict.APPLIES}
    else:
        assert verdict([WITH], STEPS[step], now, place) in ASKED


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("was", [[EU], [EU, US]])
def test_a_url_that_a_variable_stands_for_is_no_removal(was: Any, place: str) -> None:
    assert verdict(was, remove(".servers[0]"), [WITH], place) in ASKED
    assert verdict(was, put(".servers[0].url", "https://x.com"), [WITH], place) in ASKED


def test_servers_that_went_up_are_there_still() -> None:
    for now in ([WITH], [EU], [IN_PART]):
        assert verdict([WITH], remove(".servers"), now, "get", "root") in ASKED
    assert verdict([WITH], remove(".servers"), [US, server("/")], "get", "root") in ASKED
    away = [server("https://y.com")]
    assert verdict([WITH], remove(".servers"), away, "get", "root") is Verdict.ALREADY_UPSTREAM


def test_what_no_url_has_is_gone() -> None:
    gone = Verdict.ALREADY_UPSTREAM
    spare = server("https://x.com", v=variable("1"))
    assert verdict([spare], remove(".servers[0].variables.v"), [server("https://x.com")]) is gone
    only = server("https://{region}.x.com/{v}", region=variable("eu"), v=variable("v1"))
    assert verdict([WITH], STEPS["choices"], [only]) is gone
    moved = server("https://x.com/{v}", v=variable("v1"))
    assert verdict([WITH], STEPS["variable"], [moved]) is gone


def test_servers_are_one_where_they_have_a_url_in_common() -> None:
    assert are_one_server(WITH, EU)
    assert are_one_server(["get", WITH], US)
    assert not are_one_server(WITH, server("https://ap.x.com/v1"))
    assert are_one_server(server("https://{a}.com"), server("https://{a}.com", b=REGION))
    assert not are_one_server(None, EU)
    assert not are_one_server([], {"url": 1})
