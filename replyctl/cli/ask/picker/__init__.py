"""The picker: finds snippets as you type, with a preview of the current one."""
