"""The desk: pages in the browser on this machine, where reports are dropped, read and corrected."""
