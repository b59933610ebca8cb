"""JSONPath (RFC 9535) within a budget of work."""
