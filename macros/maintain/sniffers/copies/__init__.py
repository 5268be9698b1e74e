"""Copies of pages, whose cells and labels stand on lines: how their entries can be read."""
