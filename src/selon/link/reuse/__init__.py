"""What two texts have in common: copied, edited, reworded and translated passages."""
