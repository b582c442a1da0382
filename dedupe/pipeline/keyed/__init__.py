"""The line over tables by key: what `find` does by node in one process, on as many machines as the engine has."""
