"""Rows of documents -> codes, each with an address."""
