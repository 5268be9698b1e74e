"""Rows that are perhaps no codes, by what they are or where they stand."""
