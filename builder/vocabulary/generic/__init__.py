"""Words of any report: numbers, units, time, modality, headings, page furniture."""
