"""The rules of 要点: each gives sentences that its tables prove, or none."""
