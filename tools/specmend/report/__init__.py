"""The story of a change, for people and for machines."""
