"""The canned replies: YAML files in layers of libraries, read, checked and searched. See `Library.open`."""
