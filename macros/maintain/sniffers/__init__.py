"""How a document can be read, a module for each form: what is seen in it -> options, and why."""
