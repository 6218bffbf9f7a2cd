"""The one question of the sample measures."""
