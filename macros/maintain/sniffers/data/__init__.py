"""Data in JSON and YAML: where in the tree its codes stand, and what is no data at all."""
