"""The nouns: what a call is and the rules it obeys. No I/O, no clock, no environment."""
