-- million: The spending of the shipped count three years over and twice in each, cut at a million lines.
-- A script: `folder` is the shipped package, `file` the Parquet to write.

copy (
  select * exclude copy replace (
    line || '-' || lpad(copy::varchar, 2, '0') as line,
    ['2017-18', '2016-17', '2015-16'][copy % 3 + 1] as year,
    case when copy >= 3 then programme || ' again' else programme end as programme
  )
  from read_parquet($folder || '/spend.parquet'), (select unnest(range(7)) as copy)
  qualify row_number() over (order by copy, line) <= 1000000
  order by line
) to $file (format parquet, compression zstd)
