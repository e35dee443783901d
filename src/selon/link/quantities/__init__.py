"""Figures of one quantity held against each other, and why they differ."""
