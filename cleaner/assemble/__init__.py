"""Assembly: from decided pieces to the record's fields, one module a field."""
