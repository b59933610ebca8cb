"""Reads, checks, orders, applies and blames steps."""
