"""Where a place of one document stands in another: renamed, relocated, extracted, equivalent."""
