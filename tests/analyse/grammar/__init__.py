"""Tests of the grammar of a unit."""
