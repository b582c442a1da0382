"""What a run found, as text: one file a format, and in each one function `render`."""

FORMATS = ("table", "json", "jsonl", "markdown", "csv", "sarif", "junit", "github", "gitlab", "html")
