"""The text of the modules of very many models."""

from __future__ import annotations

import ast

from specmend.generate.model_families import Source, families
from specmend.generate.model_files import ALIASES, eager_file, lazy_files


def test_modules_have_names_that_no_other_file_has() -> None:
    long = "Very" * 40
    classes = ["Model", "Loaded", "UserName", "User_Name", "Recursive", f"{long}A", f"{long}B"]
    sources = {name: Source(code="") for name in classes}
    files = lazy_files(families(sources), {}, is_open=False)
    assert len({name.lower() for name in files}) == len(classes) + 1
    assert {"_model_2.py", "_loaded_2.py", "_recursive_2.py", "_user_name.py"} <= {*files}
    assert max(map(len, files)) <= 66


def test_listed_values_of_several_models_are_in_one_module() -> None:
    sources = {"Level": Source(code="Level: TypeAlias = Literal[1]", module=ALIASES)}
    files = lazy_files(families(sources), {}, is_open=False)
    assert list(files) == ["__init__.py", "_enumerations.py"]


def test_what_contains_itself_imports_what_it_names() -> None:
    recursive = {"Nested": '"list[Nested | Owner]"'}
    sources = {"Owner": Source(code="class Owner(SchemaModel):\n    pass")}
    files = lazy_files(families(sources, recursive), recursive, is_open=False)
    assert "\nfrom ._owner import Owner\n" in files["_recursive.py"]
    assert '__all__ = ["Nested", "Owner"]' in files["_recursive.py"]
    shown, _, real = files["_recursive.py"].partition("\nelse:\n")
    assert shown.endswith('\n    Nested: TypeAlias = "list[Nested | Owner]"')
    assert real == '    Nested = TypeAliasType("Nested", "list[Nested | Owner]")\n'


def test_the_general_class_is_a_model_where_the_client_is_open() -> None:
    sources = {"Owner": Source(code="")}
    files = lazy_files(families(sources), {}, is_open=True)
    assert "\nfrom ._model import SchemaModel\n" in files["__init__.py"]
    assert '__all__ = ["SchemaModel", "Owner"]' in files["__init__.py"]


def test_one_module_has_all() -> None:
    source = eager_file(["A: TypeAlias = int"], ["class B: ..."], {"C": '"list[C]"'})
    assert [type(one) for one in ast.parse(source).body[-3:]] == [
        ast.AnnAssign,
        ast.ClassDef,
        ast.Assign,
    ]
