"""The laws of the evaluation."""
