"""Fetches and recognizes upstream documents, and pins them."""
