"""From the outlet down to the last source, inside a text and across texts."""
