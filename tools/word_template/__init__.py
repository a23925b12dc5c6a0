"""The generator of the Word templates: `python -m tools.word_template.maker DIR`."""
