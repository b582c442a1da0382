"""The rooms of the house again, each with the laws that hold in it."""
