"""All that is decided before the first value is read. Data walks `plan` → `values` → `page`."""
