-- intake-parquet: What are the rows of a Parquet file, as text?
-- parameters
--   file   the file
--   text   where its rows are written as CSV
-- result: one row
--   Count BIGINT  rows written

copy (from read_parquet($file)) to $text (format csv, header, delimiter ',', quote '"', escape '"')
