"""The live preview: rebuilds what a change touches, and shows all formats side by side."""
