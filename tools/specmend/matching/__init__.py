"""Finds a place of one document in another: renamed, relocated, extracted, equivalent."""
