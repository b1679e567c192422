-- million: The spending of the shipped count, and as much of it again as makes a million lines.
-- A script: `folder` is the shipped package, `file` the Parquet to write.

copy (
  select * exclude copy replace (
    line || '-' || lpad(copy::varchar, 2, '0') as line,
    case when copy >= 1 then programme || ' again' else programme end as programme
  )
  from read_parquet($folder || '/spend.parquet'), (select unnest(range(2)) as copy)
  qualify row_number() over (order by copy, year desc, line) <= 1000000
  order by line
) to $file (format parquet, compression zstd)
