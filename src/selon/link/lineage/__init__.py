"""Which text derives from which, by the ladder of evidence, and the clusters that this makes."""
