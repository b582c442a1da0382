"""Measurements that take long: invented corpora, and this tool beside its peers."""
