"""Drawings as SVG, made on the server: layout rows in, markup out."""
