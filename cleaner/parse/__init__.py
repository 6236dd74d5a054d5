"""Parsing: decoded input to blocks. Nothing is joined here."""
