"""Edits of our own two documents, and what each is for users of the package: judged beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

Tree = dict[str, Any]
Edit = Callable[[Tree], None]
Api = Literal["ollama-native", "ollama-openai"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mutation:
    """One edit. `expected` is the level, or what it breaks, and the place; "" for no change."""

    name: str
    api: Api
    edit: Edit
    expected: str


def schema(tree: Tree, name: str) -> Any:
    return tree["components"]["schemas"][name]


def properties(name: str, **members: Any) -> Edit:
    """Give a schema properties; None takes one away."""

    def edit(tree: Tree) -> None:
        held = schema(tree, name)
        for member, value in members.items():
            if value is None:
                del held["properties"][member]
                held["required"] = [one for one in held.get("required", []) if one != member]
            else:
                held["properties"][member] = value
        if not held.get("required", ["some"]):
            del held["required"]

    return edit


def required(name: str, *members: str) -> Edit:
    """Make properties required."""

    def edit(tree: Tree) -> None:
        held = schema(tree, name)
        held["required"] = [*held.get("required", []), *members]

    return edit


def optional(name: str, *members: str) -> Edit:
    """Let properties be left out."""

    def edit(tree: Tree) -> None:
        held = schema(tree, name)
        held["required"] = [one for one in held["required"] if one not in members]

    return edit


def changed(name: str, member: str, **words: Any) -> Edit:
    """Change keywords of a property."""

    def edit(tree: Tree) -> None:
        schema(tree, name)["properties"][member].update(words)

    return edit


def renamed(name: str, member: str, other: str) -> Edit:
    """Call a property otherwise."""

    def edit(tree: Tree) -> None:
        held = schema(tree, name)
        held["properties"] = {
            other if key == member else key: value for key, value in held["properties"].items()
        }
        held["required"] = [other if key == member else key for key in held.get("required", [])]
        if not held["required"]:
            del held["required"]

    return edit


def both(*edits: Edit) -> Edit:
    """Two edits that are one change."""

    def edit(tree: Tree) -> None:
        for one in edits:
            one(tree)

    return edit


def operation(path: str, method: str, **words: Any) -> Edit:
    """Change an operation; None takes a keyword away."""

    def edit(tree: Tree) -> None:
        held = tree["paths"][path][method]
        for word, value in words.items():
            if value is None:
                del held[word]
            else:
                held[word] = value

    return edit


def without(path: str, method: str) -> Edit:
    """Take an operation away."""

    def edit(tree: Tree) -> None:
        del tree["paths"][path][method]
        if not any(key in tree["paths"][path] for key in ("get", "post", "head", "delete")):
            del tree["paths"][path]

    return edit


def query(path: str, method: str, name: str, *, needed: bool = False, **words: Any) -> Edit:
    """Give an operation a parameter."""

    def edit(tree: Tree) -> None:
        held = tree["paths"][path][method].setdefault("parameters", [])
        one = {"name": name, "in": "query", "required": needed, "description": "One.", **words}
        held.append({"schema": {"type": "string"}, **one})

    return edit


def called(name: str, other: str) -> Edit:
    """Call a schema otherwise."""

    def replaced(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: replaced(one) for key, one in value.items()}
        if isinstance(value, list):
            return [replaced(one) for one in value]
        return f"#/components/schemas/{other}" if value == f"#/components/schemas/{name}" else value

    def edit(tree: Tree) -> None:
        schemas = {other if k == name else k: v for k, v in tree["components"]["schemas"].items()}
        tree["components"]["schemas"] = schemas
        for key in list(tree):
            tree[key] = replaced(tree[key])

    return edit


def answer(path: str, method: str, **words: Any) -> Edit:
    """Change the schema of the JSON that a call gives."""

    def edit(tree: Tree) -> None:
        content = tree["paths"][path][method]["responses"]["200"]["content"]
        content["application/json"]["schema"] = words

    return edit


def tagged(path: str, *tags: str) -> Edit:
    """Give the operations of a path other tags."""

    def edit(tree: Tree) -> None:
        for one in tree["paths"][path].values():
            one["tags"] = list(tags)

    return edit


def values(name: str, *listed: str) -> Edit:
    """List the values of a schema."""

    def edit(tree: Tree) -> None:
        schema(tree, name)["enum"] = list(listed)

    return edit


def native(name: str, edit: Edit, expected: str) -> Mutation:
    return Mutation(name=name, api="ollama-native", edit=edit, expected=expected)


def openai(name: str, edit: Edit, expected: str) -> Mutation:
    return Mutation(name=name, api="ollama-openai", edit=edit, expected=expected)


TEXT = {"type": "string", "description": "Some text."}
COUNT = {"type": "integer", "description": "A number."}
TIME = {"type": "string", "format": "date-time", "description": "A time."}
CHAT = "InferenceOperations.chat"

MUTATIONS = (
    # Arguments of calls, which are properties of bodies.
    native("argument-new", properties("ChatRequest", tone=TEXT), f"info {CHAT}(tone)"),
    native(
        "argument-new-required",
        both(properties("ChatRequest", tone=TEXT), required("ChatRequest", "tone")),
        f"run-time {CHAT}(tone)",
    ),
    native("argument-gone", properties("ChatRequest", tools=None), f"run-time {CHAT}(tools)"),
    native("argument-required", required("ChatRequest", "options"), f"run-time {CHAT}(options)"),
    native(
        "argument-optional",
        optional("CopyRequest", "source"),
        "info LibraryOperations.copy_model(source)",
    ),
    native(
        "argument-renamed",
        renamed("CopyRequest", "source", "origin"),
        "run-time LibraryOperations.copy_model(source)",
    ),
    native(
        "argument-retyped",
        properties("WebSearchRequest", max_results=TEXT),
        "run-time ExperimentalOperations.search_web(max_results)",
    ),
    native(
        "argument-number",
        changed("WebSearchRequest", "max_results", type="number"),
        "info ExperimentalOperations.search_web(max_results)",
    ),
    native(
        "argument-union-less",
        properties("EmbedRequest", keep_alive=TEXT),
        "types InferenceOperations.embed(keep_alive)",
    ),
    native(
        "argument-null",
        changed("GenerateRequest", "suffix", nullable=True),
        "warning InferenceOperations.generate(suffix)",
    ),
    native("argument-described", changed("ChatRequest", "model", description="Other words."), ""),
    native("argument-limit", changed("WebSearchRequest", "max_results", maximum=5), ""),
    native(
        "argument-default",
        changed("WebSearchRequest", "max_results", default=4),
        "warning models.WebSearchRequest.max_results",
    ),
    # Values that a type lists.
    native(
        "values-less", values("ThinkLevel", "high", "medium", "low"), "run-time models.ThinkLevel"
    ),
    native(
        "values-more",
        values("ThinkLevel", "high", "medium", "low", "max", "least"),
        "info models.ThinkLevel",
    ),
    native(
        "values-of-argument",
        changed("CreateRequest", "quantize", enum=["q4", "q8"]),
        "types LibraryOperations.create_model(quantize)",
    ),
    openai(
        "values-inline-less",
        changed("EmbeddingRequest", "encoding_format", enum=["float"]),
        "run-time models.EmbeddingRequestEncodingFormat",
    ),
    openai(
        "values-inline-more",
        changed("EmbeddingRequest", "encoding_format", enum=["float", "base64", "hex"]),
        "info models.EmbeddingRequestEncodingFormat",
    ),
    openai(
        "values-answer",
        changed("ResponsesOutputItem", "type", enum=["message", "reasoning"]),
        "info models.ResponsesOutputItemType",
    ),
    # Parameters.
    native(
        "query-new", query("/tags", "get", "filter"), "info LibraryOperations.list_models(filter)"
    ),
    native(
        "query-new-required",
        query("/tags", "get", "filter", needed=True),
        "run-time LibraryOperations.list_models(filter)",
    ),
    openai(
        "path-argument-renamed",
        operation("/models/{model}", "get", operationId="readModel"),
        "run-time ModelsOperations.get_model",
    ),
    # Calls.
    native("call-gone", without("/ps", "get"), "run-time LibraryOperations.list_running_models"),
    native(
        "call-head-gone", without("/version", "head"), "run-time ServerOperations.check_version"
    ),
    native(
        "call-new",
        lambda tree: tree["paths"].update(
            {
                "/again": {
                    "get": {
                        "operationId": "again",
                        "tags": ["server"],
                        "responses": {"200": {"description": "Yes."}},
                    }
                }
            }
        ),
        "info ServerOperations.again",
    ),
    native(
        "call-renamed",
        operation("/ps", "get", operationId="listLoaded"),
        "run-time LibraryOperations.list_running_models",
    ),
    native(
        "call-renamed-with-body",
        operation("/copy", "post", operationId="duplicateModel"),
        "run-time LibraryOperations.copy_model",
    ),
    native(
        "call-deprecated",
        operation("/copy", "post", deprecated=True),
        "warning LibraryOperations.copy_model",
    ),
    native(
        "call-no-longer-deprecated",
        operation("/user/keys/{encodedKey}", "delete", deprecated=False),
        "info AccountOperations.delete_user_key",
    ),
    native(
        "call-of-other-tag",
        operation("/ps", "get", tags=["server"]),
        "run-time LibraryOperations.list_running_models",
    ),
    openai(
        "tag-renamed",
        tagged("/audio/transcriptions", "sound"),
        "run-time Client.audio",
    ),
    native("call-summary", operation("/ps", "get", summary="Other words."), ""),
    # Answers.
    native(
        "answer-field-new",
        properties("VersionResponse", commit=TEXT),
        "info models.VersionResponse.commit",
    ),
    native(
        "answer-field-new-required",
        both(properties("VersionResponse", commit=TEXT), required("VersionResponse", "commit")),
        "info models.VersionResponse.commit",
    ),
    native(
        "answer-field-gone",
        properties("ModelSummary", digest=None),
        "run-time models.ModelSummary.digest",
    ),
    native(
        "answer-field-renamed",
        renamed("ModelSummary", "digest", "hash"),
        "run-time models.ModelSummary.digest",
    ),
    native(
        "answer-field-optional", optional("ModelSummary", "size"), "types models.ModelSummary.size"
    ),
    native(
        "answer-field-required",
        required("ChatSingleResponse", "done_reason"),
        "info models.ChatSingleResponse.done_reason",
    ),
    native(
        "answer-field-null",
        changed("EmbedResponse", "model", nullable=True),
        "types models.EmbedResponse.model",
    ),
    native(
        "answer-field-retyped",
        properties("VersionResponse", version=COUNT),
        "run-time models.VersionResponse.version",
    ),
    native(
        "answer-field-number",
        changed("RunningModel", "size", type="number"),
        "types models.RunningModel.size",
    ),
    native(
        "answer-field-integer",
        changed("TokenLogprob", "logprob", type="integer"),
        "info models.TokenLogprob.logprob",
    ),
    native(
        "answer-field-time",
        properties("UserResponse", bio=TIME),
        "run-time models.UserResponse.bio",
    ),
    native(
        "answer-list-of-other",
        properties("ShowResponse", capabilities={"type": "array", "items": {"type": "integer"}}),
        "run-time models.ShowResponse.capabilities",
    ),
    native("answer-described", changed("UserResponse", "bio", description="Other words."), ""),
    native(
        "answer-other-class",
        answer("/version", "get", **{"$ref": "#/components/schemas/StatusResponse"}),
        "run-time ServerOperations.get_version",
    ),
    native(
        "answer-free",
        answer("/version", "get", type="object"),
        "run-time ServerOperations.get_version",
    ),
    # What goes both ways.
    native("shared-field-new", properties("Message", tone=TEXT), "info models.Message.tone"),
    native(
        "shared-field-new-required",
        both(properties("Message", tone=TEXT), required("Message", "tone")),
        "run-time models.Message.tone",
    ),
    native(
        "shared-field-gone",
        properties("Message", thinking=None),
        "run-time models.Message.thinking",
    ),
    native("shared-field-optional", optional("Message", "content"), "types models.Message.content"),
    native(
        "shared-field-required", required("Message", "thinking"), "run-time models.Message.thinking"
    ),
    # Parts of requests.
    native(
        "option-new",
        properties("ModelOptions", mirostat=COUNT),
        "info models.ModelOptions.mirostat",
    ),
    native(
        "option-gone", properties("ModelOptions", num_gpu=None), "types models.ModelOptions.num_gpu"
    ),
    native(
        "option-retyped", properties("ModelOptions", seed=TEXT), "run-time models.ModelOptions.seed"
    ),
    openai(
        "part-required",
        required("ResponsesReasoning", "effort"),
        "run-time models.ResponsesReasoning.effort",
    ),
    # Names of classes.
    native("class-renamed", called("ModelSummary", "ModelCard"), "run-time models.ModelSummary"),
    openai("class-renamed-of-both", called("Usage", "TokenUsage"), "run-time models.Usage"),
    openai(
        "class-of-union-renamed",
        called("ResponsesFunctionCall", "ResponsesCall"),
        "run-time models.ResponsesFunctionCall",
    ),
    # A union loses and gains a member.
    openai(
        "union-less",
        lambda tree: schema(tree, "ResponsesInputItem")["oneOf"].pop(3),
        "types ResponsesOperations.create_response(input)",
    ),
    openai(
        "fields-of-part",
        properties("Usage", total_tokens=None),
        "run-time models.Usage.total_tokens",
    ),
    openai("error-field-gone", properties("Error", param=None), "run-time models.Error.param"),
)
