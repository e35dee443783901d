"""What the words of one unit are to each other: verb groups, noun phrases, subjects."""
