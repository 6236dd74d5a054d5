"""Turn a scrape into one clean, explained and scored article record."""

from cleaner import errors
from cleaner.config import Config
from cleaner.pipeline import Cleaner, clean, visible
from cleaner.record import ArticleRecord

__version__ = "0.1.0"
__all__ = ["ArticleRecord", "Cleaner", "Config", "clean", "errors", "visible"]
