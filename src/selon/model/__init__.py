"""What things are: frozen records and their laws. Imports nothing of selon but errors."""
