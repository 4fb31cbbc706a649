"""The verbs, one a file, told in ports: what a person or the worker makes happen."""
