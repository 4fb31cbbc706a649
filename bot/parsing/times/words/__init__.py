"""The words for times, one module a language, and nothing but words."""
