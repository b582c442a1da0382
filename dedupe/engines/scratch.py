"""Arrow batches in unnamed files on disk, mapped into memory."""

import mmap
import tempfile
from typing import IO, TYPE_CHECKING, Any

from dedupe.errors import DedupeError

if TYPE_CHECKING:
    import pyarrow as pa

FILE = 1 << 28  # bytes of a scratch file


def no_room(folder: str | None, error: OSError) -> DedupeError:
    """Return what to say where a scratch folder takes no more."""
    return DedupeError(f"{folder or tempfile.gettempdir()}: {error.strerror}; name a scratch folder with more room")


class Scratch:
    """Batches written one after the other and read back by place; the files have no name and end with the process."""

    def __init__(self, folder: str | None = None) -> None:
        self.folder = folder
        self.batches: list[pa.RecordBatch] = []
        self._maps: list[mmap.mmap] = []
        self._file: IO[bytes] | None = None
        self._writer: Any = None

    def write(self, batch: "pa.RecordBatch") -> None:
        """Write a batch behind those before it. Raise DedupeError if the disk has no room for it."""
        import pyarrow as pa

        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(dir=self.folder)  # noqa: SIM115  closed once it is mapped
                self._writer = pa.ipc.new_file(pa.PythonFile(self._file, "w"), batch.schema)
            self._writer.write_batch(batch)
            if self._file.tell() > FILE:
                self.flush()
        except OSError as error:
            raise no_room(self.folder, error) from error

    def flush(self) -> None:
        """Map what was written since the last call."""
        import pyarrow as pa

        if self._file is None:
            return
        self._writer.close()
        self._file.flush()
        mapped = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        self._file.close()
        self._file = None
        self._maps.append(mapped)
        reader = pa.ipc.open_file(pa.py_buffer(mapped))
        self.batches += [reader.get_batch(i) for i in range(reader.num_record_batches)]

    def release(self) -> None:
        """Give back the memory of the pages read so far; they are read again where they are needed again."""
        for mapped in self._maps:
            if hasattr(mmap, "MADV_DONTNEED"):
                mapped.madvise(mmap.MADV_DONTNEED)
