"""Whether a document is a valid OpenAPI document, and who is to blame where it is not."""
