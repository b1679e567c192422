-- publish-replaced: Which lines does an import take out?
-- parameters
--   file   where they are written
-- result: one row
--   Count BIGINT  lines written

copy (from gone order by line) to $file (format parquet, compression zstd)
