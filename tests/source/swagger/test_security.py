"""Security schemes, flows, and the requirements that name them."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import convert, load, notes_on

RULES = [
    ("{type: apiKey, in: header, name: X, x-a: 1}", "{type: apiKey, in: header, name: X, x-a: 1}"),
    ("{type: basic, description: d}", "{type: http, scheme: basic, description: d}"),
    (
        "{type: oauth2, flow: implicit, authorizationUrl: u, scopes: {a: A}}",
        "{type: oauth2, flows: {implicit: {authorizationUrl: u, scopes: {a: A}}}}",
    ),
    (
        "{x-b: 1, flow: password, tokenUrl: t, scopes: {a: A, x-c: 2}, type: oauth2}",
        "{x-b: 1, flows: {password: {tokenUrl: t, scopes: {a: A}, x-c: 2}}, type: oauth2}",
    ),
    (
        "{type: oauth2, tokenUrl: t, flow: application}",
        "{type: oauth2, flows: {clientCredentials: {tokenUrl: t, scopes: {}}}}",
    ),
    (
        "{type: oauth2, flow: accessCode, tokenUrl: t, scopes: {}}",
        "{type: oauth2, flows: {authorizationCode: {tokenUrl: t, scopes: {}}}}",
    ),
    (
        "{type: oauth2, flow: application, tokenUrl: t, scopes: [a, b]}",
        "{type: oauth2, flows: {clientCredentials: {tokenUrl: t, scopes: {a: '', b: ''}}}}",
    ),
    (
        "{type: oauth2, flow: application, scopes: 5}",
        "{type: oauth2, flows: {clientCredentials: {scopes: 5}}}",
    ),
    ("{type: http, scheme: bearer}", "{type: http, scheme: bearer}"),
    ("{type: oauth2, flows: {}}", "{type: oauth2, flows: {}}"),
    ("{type: oauth2, flow: other}", "{type: oauth2, flow: other}"),
    ("5", "5"),
]
REMARKS = [
    ("{type: basic}", []),
    ("{type: oauth2, flow: implicit}", [": This flow lists no `scopes`: none are assumed."]),
    (
        "{type: oauth2, flow: other}",
        [
            (
                "/flow: This is not understood and stays as it is: expected"
                ' one of implicit, password, application, accessCode, found "other".'
            )
        ],
    ),
]


@pytest.mark.parametrize(("before", "after"), RULES)
def test_a_scheme_is_said_as_in_openapi(before: str, after: str) -> None:
    made = convert(f"securityDefinitions: {{key: {before}}}").tree["components"]
    assert made == {"securitySchemes": {"key": load(after)}}


@pytest.mark.parametrize(("scheme", "notes"), REMARKS)
def test_what_is_guessed_is_named(scheme: str, notes: list[str]) -> None:
    assert notes_on("securityDefinitions/key", scheme) == notes


def test_requirements_that_are_no_list_stay() -> None:
    conversion = convert("security: {login: []}")
    assert conversion.tree["security"] == {"login": []}
    assert [remark.address for remark in conversion.remarks] == [("security",)]


def test_requirements_name_the_schemes_as_they_are_called_now() -> None:
    made = convert("""
        security: [{my key: []}, {}, 5]
        securityDefinitions: {my key: {type: basic}}
        paths: {/a: {get: {security: [{my key: [a], other: []}]}, put: {security: []}}}
    """).tree
    assert made["security"] == [{"my_key": []}, {}, 5]
    assert made["paths"]["/a"]["get"]["security"] == [{"my_key": ["a"], "other": []}]
    assert made["paths"]["/a"]["put"]["security"] == []
