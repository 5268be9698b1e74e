"""What is asked of what is passed over, where it may list codes."""
