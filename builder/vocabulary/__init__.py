"""What the rules know about the field: words as TOML tables, each with a typed shape."""
