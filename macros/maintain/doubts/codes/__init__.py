"""What is asked of codes: misprinted, listed again, of two parts, sent as something else."""
