"""Claims: what is asserted, grouped across documents, with origins and disputes."""
