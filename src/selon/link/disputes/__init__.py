"""What cannot stand beside a claim: who denies it, contests a figure, questions its source."""
