"""What statements say, cut into what can be compared, and which of it says the same."""
