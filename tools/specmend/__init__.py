"""specmend: keeps an API client healthy when the API's OpenAPI document belongs to somebody else."""

__version__ = "0.1.0"
