-- intake-parquet-size: How many cells does a Parquet file hold?
-- parameters
--   file   the file
-- result: one row
--   cells BIGINT  rows times columns

select (max(meta.num_rows) * (select count(*) from parquet_schema($file) where num_children is null))::bigint as cells
from parquet_file_metadata($file) as meta
