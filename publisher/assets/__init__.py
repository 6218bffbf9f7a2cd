"""Scripts and style sheets as pages load them: put together, under a hash, compressed."""
