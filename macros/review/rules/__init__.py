"""What looks wrong within one document: a rule a module."""
