"""The one model of the OpenAPI standard: objects, methods, references, schemas, versions."""
