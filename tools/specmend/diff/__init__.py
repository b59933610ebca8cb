"""What changed between two versions of an API, in the words of the API."""
