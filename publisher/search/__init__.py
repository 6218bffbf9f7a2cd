"""What the search box finds: records of the law and of the pages, written for the browser."""
