"""Zeeg: the POST that places a call, what its answers mean, and its JSON both ways."""
