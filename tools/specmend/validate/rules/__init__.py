"""What a document is held against, one rule per file."""
