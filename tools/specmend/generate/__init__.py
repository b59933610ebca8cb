"""From a sanitized OpenAPI document to one installable Python client package."""
