"""Where the chains of a claim end, how many such ends there are, and on what the count hangs."""
