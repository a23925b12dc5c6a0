"""The straight line from a folder of reports to the briefing, and what stands around it."""
