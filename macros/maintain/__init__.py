"""What maintainers' commands do: documents, and what is in `data/` -> what to write into `data/`.

Each command is a module with a function that plans without writing; `staged` writes a plan so that
`data/` is old or new, whenever the process ends. `macros/__main__.py` has the commands' options.
`revision/` is what `add-revision` and `retract` need, `watch/` what `watch` does.
"""
