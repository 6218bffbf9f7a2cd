"""What it takes to host the built folder: headers, compressed copies, server settings, the zip that serves itself."""
