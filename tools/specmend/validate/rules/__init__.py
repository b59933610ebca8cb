"""The rules of validation, one file each."""
