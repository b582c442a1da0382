"""Arrow arrays as NumPy views and back, without a copy; the only file that touches a buffer."""

import numpy as np


def strings(array):
    """Return the UTF-8 bytes, uint8[m], and where each row begins, int64[n + 1], of a string array."""
    import pyarrow as pa

    wide = array.cast(pa.large_string()) if not pa.types.is_large_string(array.type) else array
    if wide.null_count:
        wide = wide.fill_null("")
    _, offsets, data = wide.buffers()
    starts = np.frombuffer(offsets, np.int64)[wide.offset : wide.offset + len(wide) + 1]
    values = np.frombuffer(data, np.uint8) if data is not None and data.size else np.empty(0, np.uint8)
    return values, starts


def ragged(array):
    """Return the values, dtype[m], and where each row begins, int32[n + 1] from 0, of a list array."""
    values = array.flatten().to_numpy(zero_copy_only=True) if len(array) else array.values.to_numpy()[:0]
    starts = (
        np.frombuffer(array.buffers()[1], np.int32)[array.offset : array.offset + len(array) + 1]
        if len(array)
        else np.zeros(1, np.int32)
    )
    return values, frozen(starts - starts[0])


def lists(values, starts):
    """Return the list array whose row i holds values[starts[i]:starts[i + 1]]."""
    import pyarrow as pa

    return pa.ListArray.from_arrays(pa.array(starts.astype(np.int32, copy=False)), pa.array(values))


def frozen(array):
    """Return the same array, read-only as Arrow's are: a kernel is compiled once for both."""
    array.flags.writeable = False
    return array
