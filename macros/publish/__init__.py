"""The atlas -> pages and files."""
