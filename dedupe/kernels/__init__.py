"""NumPy and numba over Arrow buffers; knows arrays, not stories."""
