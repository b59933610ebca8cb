"""The library under the command line: one use case a file, and two classes that offer them."""
