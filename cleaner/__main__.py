"""`python -m cleaner` is `clean-article`, for where scripts are not on the path."""

from cleaner.cli import main

main()
