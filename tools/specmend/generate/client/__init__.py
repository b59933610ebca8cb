"""The client's surface as data for the templates; runs inside the process of openapi-python-client."""
