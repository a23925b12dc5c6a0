"""Facts of a report, by rules; the name of its rule stays with every fact."""
