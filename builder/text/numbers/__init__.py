"""Numbers of a text: Arabic and Chinese, masked ones, identifiers, units and hedges."""
