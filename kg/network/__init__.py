"""Networks: claims as networkx graphs, and what can be read off them. The public currency is networkx objects."""
