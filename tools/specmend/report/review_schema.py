"""The JSON Schema of what `specmend review --json` prints."""

from __future__ import annotations

from typing import Any, Final

from specmend.diff.change import LEVELS
from specmend.report.changes_schema import CHANGES_SCHEMA
from specmend.review.records import PARTS
from specmend.steps.step import Verdict

Schema = dict[str, Any]


def _text(description: str = "") -> Schema:
    return {"type": "string", **({"description": description} if description else {})}


def _flag(description: str) -> Schema:
    return {"type": "boolean", "description": description}


def _list(items: Schema, description: str) -> Schema:
    return {"type": "array", "description": description, "items": items}


def _object(description: str, properties: Schema, optional: tuple[str, ...] = ()) -> Schema:
    """An object that has all of its properties, but for those that are optional."""
    return {
        "type": "object",
        "description": description,
        "required": [name for name in properties if name not in optional],
        "properties": properties,
    }


_CHANGE: Final[Schema] = {"$ref": "#/$defs/change"}
_CHANGES: Final = "the worst ones first"
_BY: Final = _text(
    "Who made it: `upstream`, `step 0004`, `generator`, `client modules`, `settings` or `unknown`; "
    "several with ` and ` between them."
)
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_PART: Final[Schema] = {"enum": list(PARTS)}


def _side(which: str) -> Schema:
    return _object(
        f"The API at the {which}; texts are empty where something is not there.",
        {
            "name": _text("What people call the revision."),
            "commit": _text("Its commit; empty for the working tree."),
            "there": _flag("Whether there was such an API."),
            "api": _text("The name that the API had."),
            "package": _text("The import name of its package."),
            "version": _text("The version in its settings."),
            "origin": _text("Where its document came from."),
            "date": _text("The day of its pin."),
            "sha256": _text("The digest of its document."),
        },
    )


def _cause(description: str) -> Schema:
    properties = {
        "by": _BY,
        "wire": _list(_CHANGE, "The changes of the document."),
        "package": _list(_CHANGE, "The changes of the package."),
    }
    return _list(_object("One cause, and what changes for it.", properties), description)


_BUMP: Final = _object(
    "The next version.",
    {
        "part": {**_PART, "description": "The part of the version that goes up."},
        "old": _text("The version before."),
        "new": _text("The least version that the change asks for."),
        "version": _text("The version that comes next."),
        "given": _text("The version that people wrote into the settings; empty for the old one."),
        "enough": _flag("Whether that is at least the new one."),
        "excuse": _text("The written reason for a lower one."),
        "reasons": _list(
            _object(
                "A fact that made the version.",
                {
                    "part": _PART,
                    "on": {"enum": ["wire", "package", "files"]},
                    "words": _text(),
                    "by": _BY,
                    "cause": _text("The `cause` of the change; empty for files."),
                },
            ),
            "The facts that made it.",
        ),
    },
)
_STEP: Final = _object(
    "A step that came, went or is another one than before.",
    {
        "fate": {"enum": ["added", "removed", "retired", "changed", "renumbered"]},
        "number": {"type": "integer", "description": "Its number now, or the one that it had."},
        "number_before": {"type": ["integer", "null"], "description": "The number that it had."},
        "title": _text(),
        "reason": _text(),
        "reason_before": _text("The old reason, where it has another one now."),
        "link": _text(),
        "generator": _text("The one generator that it is for."),
        "file": _text(),
        "verdict": _text("What becomes of it on upstream's document at the head."),
        "message": _text("What there is to know of the verdict."),
        "needs_person": _flag("Whether the verdict does not fit what happened to the step."),
        "places": _list(
            _object(
                "A place that the step changes. A value is left out where there is none.",
                {"path": _text(), "original": {}, "updated": {}},
                ("original", "updated"),
            ),
            "The patch log of the step.",
        ),
        "diff": _list(_text(), "The lines of what it does to the text, as a unified diff."),
        "file_diff": _list(_text(), "The lines of how its file changed."),
    },
)
_TIMELINE: Final = _object(
    "The steps on the versions of upstream that git knows, where there are several.",
    {
        "versions": _list(
            _object(
                "A version.",
                {
                    "name": _text("Its day, or its name."),
                    "detail": _text("The version that it gives itself, and the commit."),
                },
            ),
            "The versions, the oldest first.",
        ),
        "steps": _list(
            _object(
                "A step.",
                {
                    "number": _COUNT,
                    "title": _text(),
                    "fate": _text("What happened to the step, if anything did."),
                    "verdicts": _list(
                        {"enum": [*map(str, Verdict), None]},
                        "Its verdict on each version; null where the version cannot be read.",
                    ),
                },
            ),
            "The steps, by number.",
        ),
    },
)
_NOTES: Final = _object(
    "What to tell users, a sentence for each fact.",
    {name: _list(_text(), "") for name in ("removed", "changed", "added", "deprecated", "fixed")},
)
_PROBLEM: Final[Schema] = {
    "type": "object",
    "required": ["message"],
    "properties": {
        **dict.fromkeys(("message", "file", "found", "expected", "advice"), _text()),
        **dict.fromkeys(("line", "column"), _COUNT),
    },
}
_REVIEW: Final = _object(
    "What the change means for one API.",
    {
        "api": _text(),
        "summary": _text("One sentence with both verdicts and the next version."),
        "level": {"enum": list(LEVELS), "description": "The worst level of all changes."},
        "base": _side("base"),
        "head": _side("head"),
        "bump": _BUMP,
        "problems": _list(_PROBLEM, "What a person must mend before this is merged."),
        "remarks": _list(_text(), "What could not be compared, or is to be known."),
        "breaks": _cause("What breaks programs of users."),
        "wire_only": _list(_CHANGE, "What breaks on the wire, where the package stays whole."),
        "new": _cause("What gives users something that they did not have."),
        "changed": _cause("What else users notice."),
        "doubt": _text("Why nobody knows all changes of the package; empty where they are known."),
        "steps": _list(_STEP, "The steps, by number."),
        "timeline": {"anyOf": [_TIMELINE, {"type": "null"}]},
        "upstream": _list(
            {"allOf": [_CHANGE], "properties": {"steps": _list(_COUNT, "The steps there.")}},
            "What upstream changed in its own document.",
        ),
        "tools": _list(
            _object("A tool in another version.", dict.fromkeys(("name", "old", "new"), _text())),
            "The tools that made the output.",
        ),
        "files": _list(
            _object(
                "How many files of a folder differ.",
                {
                    "place": _text(),
                    **dict.fromkeys(("added", "changed", "removed"), _COUNT),
                },
            ),
            "The files, by folder.",
        ),
        "notes": _NOTES,
        "wire": _list(_CHANGE, f"All changes of the sanitized document, {_CHANGES}."),
        "package": _list(_CHANGE, f"All changes of the package, {_CHANGES}."),
    },
)

REVIEW_SCHEMA: Final[Schema] = {
    "title": "Reviews of a change, as specmend prints them",
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object(
        "What a change means for users of the APIs that it touches.",
        {
            "ok": _flag(
                "Whether nothing must be mended, and no change has the level of --fail-on."
            ),
            "base": _text("The name of the base."),
            "head": _text("The name of the head."),
            "summary": _text("One sentence of at most 140 characters."),
            "apis": _list(_REVIEW, "A review for each API."),
            "gone": _list(_text(), "The APIs that only the base has."),
        },
    ),
    "$defs": {"change": CHANGES_SCHEMA["properties"]["changes"]["items"]},
}
