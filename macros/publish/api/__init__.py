"""The same facts for programs: atlas -> files of JSON and CSV, with what describes them.

The provider's own words are messages, columns, and the texts before and after a change; `by` tells
where a word is the atlas' and could be taken for the provider's.
"""
