"""Histories of a small project in git, with a package that is made without the generators."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from tests.project.in_git import Repository

from specmend.generate.manifest import Manifest, digest_of
from specmend.project.cache import input_files
from specmend.project.repository import Project

DOCUMENT: Final = """\
openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        '200':
          description: Pets
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pets'}
    post:
      operationId: addPet
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NewPet'}
      responses:
        '201': {description: Added}
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: One
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
components:
  schemas:
    Pets:
      type: object
      required: [pets]
      properties:
        pets:
          type: array
          items: {$ref: '#/components/schemas/Pet'}
    Pet:
      type: object
      required: [id]
      properties:
        id:
          type: integer
        name:
          type: string
    NewPet:
      type: object
      required: [name]
      properties:
        name:
          type: string
        kind:
          type: string
          enum: [cat, dog]
"""
NAMED: Final = "0001-say-that-a-pet-has-a-name.yaml"
BIRDS: Final = "0002-let-a-pet-be-a-bird.yaml"
BORN: Final = "0003-say-when-a-pet-was-born.yaml"
TOOLS: Final = {"datamodel-code-generator": "0.89.0", "specmend": "0.1.0"}


def step(title: str, target: str, update: str, before: str) -> str:
    """The text of a step with one action."""
    return (
        f"overlay: 1.1.0\ninfo:\n  title: {title}\n  version: 1.0.0\n"
        f"  x-reason: The server does so, as it was seen in answers.\n"
        f"actions:\n  - target: {target}\n    update: {update}\n"
        f"    x-expect: {{matches: 1, {before}}}\n"
    )


STEPS: Final = {
    NAMED: step(
        "Say that a pet has a name", "$.components.schemas.Pet.required", "name", "before: [id]"
    ),
    BIRDS: step(
        "Let a pet be a bird",
        "$.components.schemas.NewPet.properties.kind.enum",
        "bird",
        "before: [cat, dog]",
    ),
}
BORN_STEP: Final = step(
    "Say when a pet was born",
    "$.components.schemas.Pet.properties",
    "{born: {type: string}}",
    "before: {}",
)


def pets(top: Path, inside: str = "", package: str = "pets") -> Repository:
    """A repository with one commit on main: an API, two steps, and its package if it has one."""
    made = Repository(top, top / inside)
    made.project.mkdir(parents=True, exist_ok=True)
    made.git("init", "--quiet", "--initial-branch=main", "--template=")
    made.write(".gitignore", ".specmend/\n")
    named = f'package = "{package}"\n' if package else ""
    made.write("specmend.toml", f'[apis.pets]\n{named}version = "1.2.0"\n')
    pin(made, DOCUMENT)
    for name, text in STEPS.items():
        made.write(f"patches/pets/{name}", text)
    make(made)
    made.commit("first")
    return made


def pin(made: Repository, text: str, name: str = "pets") -> None:
    """Write an upstream document and its pin."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    made.write(f"spec/{name}/upstream.yaml", text)
    made.write(
        f"spec/{name}/pin.toml", f'origin = "the {name}"\ndate = 2025-02-01\nsha256 = "{digest}"\n'
    )


def make(made: Repository, *, tools: Mapping[str, str] = TOOLS, name: str = "pets") -> None:
    """Write the sanitized document, the package and its manifest, as a build would."""
    api = Project.find(made.project).api(name)
    sanitized = api.sanitize().document
    made.write(f"spec/{name}/sanitized.yaml", sanitized.text)
    package = api.settings.package
    if not package:
        return
    files = {
        f"{package}/__init__.py": f"from {package} import models\nfrom {package}.client "
        "import Client\n\n__all__ = ['Client', 'models']\n",
        f"{package}/models.py": _models(sanitized.tree),
        f"{package}/client.py": _client(sanitized.tree, package, tools),
        f"{package}/py.typed": "",
    }
    for module in sorted((made.project / f"patches/{name}/client").glob("*.py")):
        files[f"{package}/{module.name}"] = module.read_text("utf-8")
    for file, text in files.items():
        made.write(f"generated/{name}/{file}", text)
    manifest = Manifest(
        api=name,
        generator="python",
        tools=tools,
        inputs={file: digest_of(data) for file, data in input_files(api).items()},
        normalized="",
        sanitized={f"spec/{name}/sanitized.yaml": digest_of(sanitized.encode())},
        files={file: digest_of(text.encode()) for file, text in files.items()},
    )
    made.write(f"generated/{name}/manifest.json", manifest.encode().decode())


def a_step_added(made: Repository) -> None:
    """A step that gives answers one more field."""
    made.write(f"patches/pets/{BORN}", BORN_STEP)
    make(made)


def a_step_retired(made: Repository) -> None:
    """Upstream has what a step corrected, and the step is retired."""
    pin(made, DOCUMENT.replace("enum: [cat, dog]", "enum: [cat, dog, bird]"))
    old = made.project / "patches/pets" / BIRDS
    made.write(f"patches/pets/retired/{BIRDS}", old.read_text("utf-8"))
    old.unlink()
    make(made)


def an_upstream_break(made: Repository) -> None:
    """Upstream renames a field of requests, adds one to answers, and removes an operation."""
    head, tail = DOCUMENT.split("  /pets/{id}:\n")
    moved = head + tail[tail.index("components:") :]
    moved = moved.replace("        kind:\n", "        species:\n")
    moved = moved.replace("        id:\n", "        chip: {type: string}\n        id:\n")
    pin(made, moved)
    birds = made.read(f"patches/pets/{BIRDS}").replace("properties.kind", "properties.species")
    made.write(f"patches/pets/{BIRDS}", birds)
    make(made)


def another_generator(made: Repository) -> None:
    """A later generator gives every method one more argument."""
    make(made, tools={**TOOLS, "datamodel-code-generator": "0.90.0"})


def nothing(made: Repository) -> None:
    """Only a file changes that is of no API."""
    made.write("README.md", "# Pets\n")


HISTORIES: Final[Mapping[str, Callable[[Repository], None]]] = {
    "a step added": a_step_added,
    "a step retired": a_step_retired,
    "an upstream move with a break": an_upstream_break,
    "a generator upgrade": another_generator,
    "nothing": nothing,
}
"""What happened since the first commit, by what people call it."""


def _models(tree: Any) -> str:
    """A class for each schema, whose fields are its properties."""
    lines = ["from __future__ import annotations", "from typing import Literal", ""]
    for name, schema in tree["components"]["schemas"].items():
        lines += [f"class {name}:", f"    def __init__(self, *, {_arguments(schema)}) -> None: ..."]
        for key, value in schema["properties"].items():
            lines.append(f"    {key}: {_type(value, key in schema['required'])}")
    return "\n".join(lines) + "\n"


def _client(tree: Any, package: str, tools: Mapping[str, str]) -> str:
    """A method for each operation, with the fields of its body as arguments."""
    more = ", timeout: float | None = None" if tools != TOOLS else ""
    lines = [
        "from __future__ import annotations",
        "from typing import Literal",
        f"from {package} import models",
        "",
        "class Client:",
    ]
    for operations in tree["paths"].values():
        for operation in operations.values():
            arguments = ", ".join(_of_operation(tree, operation))
            name = "".join(f"_{c.lower()}" if c.isupper() else c for c in operation["operationId"])
            lines.append(f"    def {name}(self, *, {arguments}{more}) -> {_answer(operation)}: ...")
    return "\n".join(lines) + "\n"


def _of_operation(tree: Any, operation: Any) -> list[str]:
    found = [
        f"{one['name']}: {_type(one['schema'], one.get('required', False))}"
        + ("" if one.get("required") else " = None")
        for one in operation.get("parameters", ())
    ]
    if "requestBody" in operation:
        found.append(_arguments(tree["components"]["schemas"]["NewPet"]))
    return found


def _arguments(schema: Any) -> str:
    return ", ".join(
        f"{key}: {_type(value, key in schema['required'])}"
        + ("" if key in schema["required"] else " = None")
        for key, value in schema["properties"].items()
    )


def _answer(operation: Any) -> str:
    content = operation["responses"].get("200", {}).get("content")
    if content is None:
        return "None"
    return f"models.{content['application/json']['schema']['$ref'].rpartition('/')[2]}"


def _type(schema: Any, is_required: bool) -> str:
    if "enum" in schema:
        name = f"Literal[{', '.join(map(repr, schema['enum']))}]"
    elif schema.get("type") == "array":
        name = f"list[{schema['items']['$ref'].rpartition('/')[2]}]"
    else:
        name = {"integer": "int", "string": "str"}[schema["type"]]
    return name if is_required else f"{name} | None"
