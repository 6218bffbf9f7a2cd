"""The Provisions: text, figures, contacts, penalties."""
