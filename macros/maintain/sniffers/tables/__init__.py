"""Tables: which of them list codes, and which of their columns is what."""
