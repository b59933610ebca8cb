"""Gives every action a verdict on a new upstream document."""
