-- ten-million-csv: The ten million lines as text, for SQLite to load.
-- parameters:
--   file VARCHAR  CSV to write

copy line to $file (format csv, header false)
