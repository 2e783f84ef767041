"""What a browser may send to the pages of the sessions."""
