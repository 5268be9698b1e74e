"""Pages without tables: which of their headings and items begin with codes."""
