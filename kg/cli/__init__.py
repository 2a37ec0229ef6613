"""The command line: parse, call, show. The only place that knows click, colours and exit codes."""
