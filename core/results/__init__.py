"""How good a network is, on which pictures it fails, and how far its answers can be trusted."""
