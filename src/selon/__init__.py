"""selon ("according to"): counts the independent origins of a claim, not the articles that repeat it."""

__version__ = "0.1.0"
