"""The one model of the OpenAPI standard: its objects, methods, references, schemas and versions."""
