"""Converts Swagger 2.0 documents to OpenAPI 3.0, without any input or output."""

from specmend.source.swagger.convert import convert_swagger
from specmend.source.swagger.notes import Conversion, Remark

__all__ = ["Conversion", "Remark", "convert_swagger"]
