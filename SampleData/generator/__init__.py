"""Parts of the generator of the SYNTHETIC sample; start it with generate.py."""
