"""An OpenAPI document as data and as text."""
