"""Who is meant: mentions of sources across spellings, alphabets and documents."""
