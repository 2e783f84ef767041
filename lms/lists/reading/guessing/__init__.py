"""What a list holds where its headings do not say: told from the cells below them."""
