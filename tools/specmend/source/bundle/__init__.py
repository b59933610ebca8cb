"""Makes one document of many files: what external references lead to is brought inside."""
