"""What stops a run: errors that say what is wrong, where, and what to do."""


class DedupeError(Exception):
    """Anything that stops a run; its text is shown to the user as it is."""


class ReadError(DedupeError):
    """A file that cannot be read at all, or that holds no story."""


class SettingsError(DedupeError):
    """An option whose value does not fit."""


class StaleIndexError(DedupeError):
    """An index that does not fit: another format or other settings, damaged, or none at all."""
