"""Says what changed between two versions of an API, in the terms of the API."""
