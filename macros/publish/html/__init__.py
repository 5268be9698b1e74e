"""The atlas -> HTML."""
