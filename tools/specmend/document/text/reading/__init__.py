"""Readers of YAML and JSON: exact ones that know every position, and fast ones for megabytes."""
