"""What is known of a word beside its letters: bits of a uint8."""

NUMBER = 1
CAPITAL = 2  # begins with one
FIRST = 4  # of its sentence
SHOUTED = 8  # stands in a line written all in capitals
CHARACTER = 16  # a pair of characters of a script without spaces
SHORT = 32  # a number of one digit
CAPITALS = 64  # nothing but capitals

# How a word is written in a corpus: as a name; never with a small letter.
IS_NAME, NEVER_SMALL = 1, 2
