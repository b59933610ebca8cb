"""A schema goes into another one, to a component, or out of one; the fault goes with it."""

from __future__ import annotations

from tests.properties.moves.documents import leaf
from tests.properties.moves.nodes import Node, Tree, places, pointer
from tests.properties.moves.world import World


def _schema(world: World, *, bare: bool = True) -> Node | None:
    found = [one for one in world.around("schema") if not (bare and one.is_reference)]
    return world.luck.choice(found) if found else None


def _hoist(world: World, inner: Tree, outer: Tree) -> None:
    """Words often go to the outer schema; not those that the step is about."""
    if world.luck.random() < 0.4:
        touched = {
            site.key for site in world.sites if site.holder is inner and isinstance(site.key, str)
        }
        for key in ("description", "default", "readOnly", "example"):
            if key in inner and key not in touched:
                outer[key] = inner.pop(key)


def is_component(node: Node) -> bool:
    return node.address[:1] == ("components",) and len(node.address) == 3


def nullable_branch(world: World) -> bool:
    """A schema goes into a branch beside null."""
    node = _schema(world)
    if is_about_null(world):
        return False
    if node is None or (not world.minor and world.luck.random() < 0.5):
        return False
    null: Tree = {"type": "null"} if world.minor else {"enum": [None], "nullable": True}
    branches = [node.value, null] if world.luck.random() < 0.7 else [null, node.value]
    outer: Tree = {world.luck.choice(("anyOf", "oneOf")): branches}
    _hoist(world, node.value, outer)
    _wrap(world, node, outer)
    return True


def is_about_null(world: World) -> bool:
    """Whether null around the place is what a step wants: upstream would have mended it."""
    return any(site.key == "nullable" or "null" in str(site.value) for site in world.alive)


def one_branch(world: World) -> bool:
    """A schema becomes the only branch of a composed one."""
    node = _schema(world)
    if node is None:
        return False
    outer: Tree = {world.luck.choice(("allOf", "allOf", "anyOf", "oneOf")): [node.value]}
    if not world.minor and world.luck.random() < 0.5 and not is_about_null(world):
        outer["nullable"] = True
    _hoist(world, node.value, outer)
    _wrap(world, node, outer)
    return True


def _wrap(world: World, node: Node, outer: Tree, *, is_alike: bool = True) -> None:
    """Put a schema into another one; it `is_alike` where both say the same, but for null."""
    world.wraps.append((node.value, outer, is_alike))
    for key in outer.keys() & node.value.keys() & {"allOf", "anyOf"}:
        # What one of the branches of a branch of `anyOf` allows, another branch allows as well.
        if is_alike or key == "anyOf":
            world.wraps.append((node.value[key], outer[key], True))
    node.holder[node.key] = outer


def another_branch(world: World) -> bool:
    """A schema becomes one of several branches."""
    node = _schema(world)
    if node is None:
        return False
    branches = [node.value, leaf(world.luck)]
    world.luck.shuffle(branches)
    outer: Tree = {world.luck.choice(("anyOf", "oneOf")): branches}
    _wrap(world, node, outer, is_alike=False)
    return True


def into_items(world: World) -> bool:
    """One becomes many: a schema goes into the items of an array."""
    node = _schema(world)
    if node is None or node.address[-2:-1] == ("allOf",):
        return False
    if _is_of_type(world, node.value):
        return False
    outer: Tree = {"type": "array", "items": node.value}
    _hoist(world, node.value, outer)
    _wrap(world, node, outer, is_alike=False)
    return True


def into_map(world: World) -> bool:
    """One becomes many: a schema goes into the values of a map."""
    node = _schema(world)
    if node is None or node.address[-2:-1] == ("allOf",):
        return False
    if _is_of_type(world, node.value):
        return False
    outer: Tree = {"type": "object", "additionalProperties": node.value}
    _wrap(world, node, outer, is_alike=False)
    return True


def _is_of_type(world: World, schema: Tree) -> bool:
    """Whether a step is about the type of a schema: one around it may look like the old one."""
    inside = [value for _, value in places(schema)]
    return any(site.key == "type" and any(site.holder is v for v in inside) for site in world.sites)


def keyword_into_branch(world: World) -> bool:
    """The keyword alone goes into a branch of its own schema."""
    if not world.alive:
        return False
    site = world.luck.choice(world.alive)
    holders = [node for node in world.around("schema") if node.value is site.holder]
    if not holders or site.op not in {"set", "drop"} or site.key not in site.holder:
        return False
    if "allOf" in site.holder or "$ref" in site.holder or site.key in {"allOf", "anyOf", "oneOf"}:
        return False
    branch = {site.key: site.holder.pop(site.key)}
    site.holder[world.luck.choice(("allOf", "allOf", "anyOf"))] = [branch]
    site.holder = branch
    return True


def all_keywords_into_branch(world: World) -> bool:
    """Everything that a schema says goes into a branch inside of it."""
    node = _schema(world)
    if node is None or "allOf" in node.value:
        return False
    branch = dict(node.value)
    outer: Tree = {"allOf": [branch]}
    for site in world.sites:
        if site.holder is node.value:
            site.holder = branch
    world.wraps = [
        (outer if one is node.value else one, branch if around is node.value else around, is_alike)
        for one, around, is_alike in world.wraps
    ]
    world.wraps.append((branch, outer, True))
    _hoist(world, branch, outer)
    node.holder[node.key] = outer
    return True


def extracted(world: World) -> bool:
    """A schema becomes a component."""
    node = _schema(world)
    if node is None or is_component(node):
        return False
    reference: Tree = {"$ref": world.component("schemas", stem_of(node), node.value)}
    drawn = world.luck.random()
    if drawn < 0.2 and is_about_null(world):
        return False
    if drawn < 0.2 and world.minor:
        reference = {"anyOf": [reference, {"type": "null"}]}
    elif drawn < 0.2:
        reference = {"allOf": [reference], "nullable": True}
    elif drawn < 0.35:
        reference = {"allOf": [reference]}
    # OpenAPI 3.0 section 4.7.23: what stands beside a reference is ignored there.
    if world.minor or "$ref" not in reference:
        _wrap(world, node, reference)
    node.holder[node.key] = reference
    return True


def stem_of(node: Node) -> str:
    words = [word for word in node.address if isinstance(word, str) and word.isalpha()]
    return words[-1].title() + "Kind"


def local_definition(world: World) -> bool:
    """A schema goes into the `$defs` of its component."""
    node = _schema(world)
    if (
        node is None
        or not world.minor
        or is_component(node)
        or node.address[:2] != ("components", "schemas")
    ):
        return False
    name = node.address[2]
    holder = world.schemas[name]
    if "$ref" in holder:
        return False
    key = f"def{len(holder.get('$defs', {}))}"
    reference = {"$ref": pointer(("components", "schemas", name, "$defs", key))}
    world.wraps.append((node.value, reference, True))
    node.holder[node.key] = reference
    holder.setdefault("$defs", {})[key] = node.value
    return True


def inlined(world: World) -> bool:
    """A component is written out wherever it is used, and goes."""
    found = [one for one in world.around("schema") if is_component(one) and world.referred(one)]
    if not found:
        return False
    node = world.luck.choice(found)
    references = world.referred(node)
    if any(
        "$ref" in str(one) and "#/components/schemas/" + node.key in str(node.value)
        for one in references
    ):
        return False
    value = node.value
    for index, reference in enumerate(references):
        made = value if index == 0 else world.copied(value)
        reference.clear()
        if made is value:
            _take_over(world, value, reference)
        else:
            reference.update(made)
            rehold(world, made, reference)
    del node.holder[node.key]
    return True


def _take_over(world: World, value: Tree, into: Tree) -> None:
    into.update(value)
    rehold(world, value, into)


def rehold(world: World, old: Tree, new: Tree) -> None:
    """What is known of one object is true of another one now."""
    for site in world.sites:
        if site.holder is old:
            site.holder = new
    world.wraps = [
        (new if inner is old else inner, new if outer is old else outer, is_alike)
        for inner, outer, is_alike in world.wraps
    ]
