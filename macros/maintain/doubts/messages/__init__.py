"""What is asked of messages: cut, joined, with a mark or a column that is none of them."""
