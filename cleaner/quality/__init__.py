"""Quality: how good this extraction is, and what the input was like."""
