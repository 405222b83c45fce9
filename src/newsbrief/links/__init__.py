"""Where the links of a site lead, and what is wrong with them."""
