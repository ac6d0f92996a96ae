"""Everything decided before the first value is read. Data flows `plan` → `values` → `page`."""
