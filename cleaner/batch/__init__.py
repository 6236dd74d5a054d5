"""Many inputs: finding and reading them, cleaning them in order, writing rows, taking up where a run stopped."""
