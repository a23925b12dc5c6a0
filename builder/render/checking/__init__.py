"""Checks of both templates before anything is built: every error at once, each with its place."""
