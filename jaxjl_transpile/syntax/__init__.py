"""See docs/design.md, section 1."""
