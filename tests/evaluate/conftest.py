"""What the figures import when they are first asked for is imported here: no example of a law has to wait for it."""

import scipy.sparse.csgraph
import sklearn.metrics

assert scipy.sparse.csgraph
assert sklearn.metrics
