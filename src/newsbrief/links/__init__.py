"""Links of a site: what they lead to, and what is wrong with them."""
