-- package-columns: Which columns does a table of a count package have, and in how many rows is each null?
-- parameters:
--   file VARCHAR  Parquet of the table
-- result: one row a column
--   rows BIGINT  rows of the table
--   column_name VARCHAR  name
--   column_type VARCHAR  type, as DuckDB writes it
--   empty BIGINT  rows where it is null

with filled as (
    from (unpivot (select count(columns(*)) from read_parquet($file))
      on columns(*) into name column_name value filled)),
  size as (select count(*) as rows from read_parquet($file))
select rows, column_name, column_type, rows - filled as empty
from (describe from read_parquet($file)) join filled using (column_name), size
