"""Questions put to the data of a dossier: pure functions from records to what a page shows."""
