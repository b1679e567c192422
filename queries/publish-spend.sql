-- publish-spend: What are the lines of the count with an import in it?
-- parameters
--   base   file of the lines of the count it changes
--   file   where the lines are written
-- result: one row
--   Count BIGINT  lines written

copy (
  from (
    from read_parquet($base) anti join gone using (line)
    union all by name
    from own_line
  )
  order by line
) to $file (format parquet, compression zstd)
