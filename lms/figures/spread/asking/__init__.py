"""What the servers are asked, and the tables made of their answers."""
