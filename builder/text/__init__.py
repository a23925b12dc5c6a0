"""What a text says, read once: its sentences, times, numbers, ranks and modality."""
