"""What was typed → what was meant. Pure: no I/O, no clock, no environment."""
