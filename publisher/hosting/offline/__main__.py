"""``python -m publisher.hosting.offline``."""

from publisher.hosting.offline import main

main()
