"""A dataset of many reports: Parquet files of their facts, by kind, and of the reports."""
