"""The Word file: its template, and what is done to the rendered template to finish it."""
