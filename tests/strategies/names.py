"""Awkward names for random documents: fields, components, parameters, operations and tags."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

Pool = tuple[tuple[str, ...], ...]

FIELDS: Final[Pool] = (
    ("name", "value", "kind"),
    ("StartTime", "StartTime<", "StartTime>"),
    ("+1", "-1", "1"),
    ("userId", "user_id", "user-id"),
    ("class", "class_", "from"),
    ("self", "cls", "_x"),
    ("model_config", "model_fields", "model_"),
    ("json", "copy", "schema", "dict", "validate"),
    ("__init__", "__class__", "_private"),
    ("", " ", "a b"),
    ("größe", "名前", "Ωmega"),
    ("list", "type", "dict", "str", "int", "None", "True"),
    ("@type", "$ref_", "x.y", "a/b"),
    ("date", "datetime", "UUID", "Field"),
    ("2fa", "3d", "100%"),
    ("A", "a"),
)
"""Names of fields; those of one row clash with each other, or with what Python has."""

COMPONENTS: Final[Pool] = (
    ("Pet", "Owner", "Order", "Page"),
    ("Client", "AsyncClient", "Stream"),
    ("Any", "Literal", "Annotated", "Self", "Field", "BaseModel", "RootModel"),
    ("list", "dict", "str", "type", "object"),
    ("Error", "APIError", "errors"),
    ("model", "Model", "models"),
    ("my.dotted.Name", "my-dotted-Name", "MyDottedName"),
    ("foo", "Foo", "FOO"),
    ("1st", "2.0", "_3"),
    ("None", "class", "def"),
    ("user_name", "userName", "UserName"),
    ("Mapping", "Sequence", "datetime", "UUID", "Enum"),
    ("_private", "__init__", "-"),
    ("Page1", "Page_1", "Page"),
)
"""Names of components, of the letters that the standard allows."""

PARAMETERS: Final[Pool] = (
    ("limit", "offset", "q"),
    ("StartTime", "StartTime<", "StartTime>"),
    ("sort[]", "filter[a]", "filter"),
    ("$top", "@type", "a b"),
    ("class", "self", "from", "import"),
    ("body", "headers", "timeout", "stream"),
    ("list", "dict", "str", "type", "id"),
    ("userId", "user_id", "user-id"),
    ("größe", "名前"),
    ("1", "+1", "-1"),
)

HEADERS: Final = ("X-Trace", "x-trace-id", "Idempotency-Key", "If-Match", "X_Y", "class", "Accept")
COOKIES: Final = ("sid", "session-id", "class", "user_id")
OPERATIONS: Final[Pool] = (
    ("get-a", "getA", "get_a"),
    ("list", "print", "type"),
    ("close", "with_options", "base_url"),
    ("things/get-one", "things.get", "things get"),
    ("class", "import", "None"),
    ("1st", "_hidden", "__init__"),
    ("größe", "名前を取る"),
    ("Client", "models", "errors"),
)
"""Operation ids; those of one row are spelled alike in Python, or hide something."""

TAGS: Final = (
    "pets", "Pets", "pet s", "Things & more", "класс", "名前", "class", "models", "close", "",
    "api", "client", "2", "transport", "operations",
)  # fmt: skip
SEGMENTS: Final = ("a", "things", "v1.0", "a-b", "class", "größe", "x_y", "a:b", "~me", "list")

WORDS: Final = (
    'Says "much"\\n and \'more\'.', 'Ends with a quote "', "Ends with a backslash \\", '"""',
    "a\nb\n\nc",
    "{{ x }} {% y %} %s {0}", "Ωλ 名前 \u200b", "* / ` <b> & #", "\ta\r\nb", "",
)  # fmt: skip
"""Descriptions that code has to quote."""


@st.composite
def distinct(draw: st.DrawFn, pool: Pool, *, most: int) -> list[str]:
    """Up to so many different names: those of one row, or of several."""
    row = draw(st.sampled_from(pool))
    names = row if draw(st.booleans()) else tuple(dict.fromkeys(sum(pool, ())))
    return draw(st.lists(st.sampled_from(names), max_size=most, unique=True))
