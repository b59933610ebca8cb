"""The use cases of specmend as a library: build, init, new steps, releases."""
