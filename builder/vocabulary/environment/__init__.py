"""Words of the field: metrics, themes, inspections, standards, and what compares."""
