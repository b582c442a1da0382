"""NumPy and numba over Arrow buffers; knows arrays, not stories."""

from dedupe.kernels import cache

cache.place()  # before any kernel is imported: numba looks for the folder then
