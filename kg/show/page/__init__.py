"""The page: a scene as one HTML file that opens offline. The only place that knows pyvis."""
