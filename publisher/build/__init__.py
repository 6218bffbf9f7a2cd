"""How MkDocs builds the site: what happens at each of its events, and what is checked at the end."""
