# As much of pydantic as the checker needs to know how models are made.

from typing import Any, ClassVar, dataclass_transform

def Field(default: Any = ..., **told: Any) -> Any: ...  # noqa: N802 - its name
def PrivateAttr(default: Any = ..., **told: Any) -> Any: ...  # noqa: N802 - its name

@dataclass_transform(kw_only_default=True, field_specifiers=(Field, PrivateAttr))
class BaseModel:
    model_config: ClassVar[Any]
    model_extra: Any

def __getattr__(name: str) -> Any: ...
