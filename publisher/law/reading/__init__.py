"""Reading the law: references, terms, what rests on a provision, and the bar over the text."""
