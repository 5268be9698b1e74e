"""Source code and files of keys: statements of one form -> the entries of `pattern`."""
