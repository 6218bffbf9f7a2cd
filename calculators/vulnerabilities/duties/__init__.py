"""``vulnerability-duties``: what a vulnerability obliges one to do, by when."""
