"""Elements of HTML, addresses, citations, marks and the words that every page shares."""
