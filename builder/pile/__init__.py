"""Many reports: read and extracted in batches, each written by whoever extracted it."""
