"""The public site, one file for each kind of page. Views read editions and their index, and nothing else."""
