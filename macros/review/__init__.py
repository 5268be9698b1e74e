"""What is found in and between the documents, and what people say of it."""
