"""Texts with a code on each line: what stands between code and message, and what goes on below."""
