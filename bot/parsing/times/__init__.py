"""Reads times: what people type for one future point in time."""
