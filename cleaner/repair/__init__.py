"""Repairs of the text itself: encodings, glued sentences, and lines that belong together."""
