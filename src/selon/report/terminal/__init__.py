"""Answers for the terminal: rich renderables that read as well without colour and in a pipe."""

from selon.report.terminal.answers import nothing, show, who
from selon.report.terminal.provenance import claim_tree
from selon.report.terminal.records import actor, document, origin, statement
from selon.report.terminal.summary import summary

__all__ = ["actor", "claim_tree", "document", "nothing", "origin", "show", "statement", "summary", "who"]
