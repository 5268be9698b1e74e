"""What a person is asked of a document that can be read: a reading -> doubts, with ways on."""
