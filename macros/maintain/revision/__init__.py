"""`add-revision` and `retract`: documents of a provider that is here -> its place among others."""
