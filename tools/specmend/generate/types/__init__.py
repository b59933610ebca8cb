"""The Python types of schemas: read once, written as annotations of methods and of models."""
