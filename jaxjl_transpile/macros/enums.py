"""enums."""
