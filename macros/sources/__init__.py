"""What people write, checked: files of `data/` -> models."""
