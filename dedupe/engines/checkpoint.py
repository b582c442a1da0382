"""What a run has done so far, in a folder: an interrupted run goes on from its last finished stage."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dedupe.errors import DedupeError

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]

MARK = "run.json"
NONE = "{}: is no checkpoint and not empty; name another folder"
OTHER = "{}: holds a run with other inputs or settings; remove it, or name another folder"


class Checkpoint:
    """Stages kept by name; each is written whole or not at all.

    folder  made where it is missing
    mark    what the run depends on: its settings and its inputs. Raise DedupeError if the folder holds another run's stages
    """

    def __init__(self, folder: str, mark: Any) -> None:
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        known, told = self.folder / MARK, json.dumps(mark, indent=1, sort_keys=True)
        if not known.exists() and any(self.folder.iterdir()):
            raise DedupeError(NONE.format(folder))
        if known.exists() and known.read_text(encoding="utf-8") != told:
            raise DedupeError(OTHER.format(folder))
        self._write(MARK, lambda path: path.write_text(told, encoding="utf-8"))

    def has(self, name: str) -> bool:
        """Whether a stage that is plain JSON is kept."""
        return (self.folder / f"{name}.json").exists()

    def value(self, name: str, make: Callable[[], Any]) -> Any:
        """Return a stage that is plain JSON, made if it is not kept."""
        path = self.folder / f"{name}.json"
        if not path.exists():
            made = json.dumps(make())
            self._write(path.name, lambda new: new.write_text(made, encoding="utf-8"))
        return json.loads(path.read_text(encoding="utf-8"))

    def arrays(self, name: str, make: "Callable[[], tuple[Array, ...]]") -> "tuple[Array, ...]":
        """Return a stage that is some arrays, made if it is not kept."""
        import numpy as np

        path = self.folder / f"{name}.npz"
        if path.exists():
            with np.load(path) as kept:
                return tuple(kept[f"arr_{i}"] for i in range(len(kept.files)))
        made = make()
        self._write(path.name, lambda new: np.savez(new, *made))
        return made

    def batches(self, name: str) -> "list[pa.RecordBatch]":
        """Return a stage that is rows, mapped into memory."""
        import pyarrow as pa

        reader = pa.ipc.open_file(pa.memory_map(str(self.folder / f"{name}.arrow")))
        return [reader.get_batch(i) for i in range(reader.num_record_batches)]

    def keep(self, name: str, batches: "list[pa.RecordBatch]") -> None:
        """Keep a stage that is rows, of one batch at least."""
        import pyarrow as pa

        def write(path: Path) -> None:
            with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, batches[0].schema) as writer:
                for batch in batches:
                    writer.write_batch(batch)

        self._write(f"{name}.arrow", write)

    def _write(self, name: str, write: Callable[[Path], Any]) -> None:
        """Write a file under another name first. Raise DedupeError if there is no room."""
        new = self.folder / f"new-{name}"
        try:
            write(new)
            new.replace(self.folder / name)
        except OSError as error:
            raise DedupeError(f"{self.folder}: {error.strerror}; the stages done so far are kept") from error
