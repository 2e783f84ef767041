"""Files of figures that a worker makes, and the page on which whoever asked finds them."""
