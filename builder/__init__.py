"""Comparative briefings in Word and PDF from a folder of environment bureaus' work reports."""

__version__ = "0.2.0"
