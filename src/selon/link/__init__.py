"""Two documents or more: what they share, who is meant, what is claimed, on how many origins."""
