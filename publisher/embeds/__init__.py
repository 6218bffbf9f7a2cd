"""What other sites may show in a frame: a provision, a picture, an exercise, each on a page of its own; the list of them."""
