#!/bin/sh
# macOS: double-click (the first time: right click, Open).
cd "$(dirname "$0")" || exit 1
for python in python3 python; do
  command -v "$python" >/dev/null 2>&1 && exec "$python" . "$@"
done
echo "需要 Python 3.8 或更高版本。 / Python 3.8 or newer is needed." >&2
exit 1
