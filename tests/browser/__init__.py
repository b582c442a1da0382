"""The HTML report in a real browser, opened from a file; skipped where there is none."""
