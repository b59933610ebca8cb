"""The part of a generated client that is the same for every API: ordinary modules, copied into the package."""
