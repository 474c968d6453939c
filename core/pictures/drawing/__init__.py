"""The sample creatures as drawings: a pen, colours, backgrounds, and one module per animal."""
