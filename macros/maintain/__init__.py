"""What maintainers' commands do: documents, and what is in `data/` -> what to write into `data/`.

Each command is a module with a function that plans without writing; `staged` writes a plan so that
`data/` is old or new, whenever the process ends. `macros/__main__.py` has the commands' options.
`revision/` is what `add-revision` and `retract` need, `watch/` what `watch` does.

How an unknown document is read, each step knowing those before it:

1. `document/`: what can be seen in it: its tables, headings, statements of a program.
2. `sniffers/`: how it can be read, a module for each form; `sniff` chooses the best guess.
3. `doubts/`: what a person is asked of it; `replies` takes the answers.
"""
