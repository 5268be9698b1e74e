"""Documents of which a person shows some codes: what stands around them -> how all are read."""
