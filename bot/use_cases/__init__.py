"""What a person or the worker makes happen: verbs, what they read with, and their sockets."""
