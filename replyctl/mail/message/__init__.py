"""From bytes to a message: bounded, its headers, texts and charsets decoded whatever is wrong with them."""
