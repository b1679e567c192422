-- package-columns: Which columns does a table of a count package have, and how many rows?
-- parameters:
--   file VARCHAR  Parquet of the table
-- result: one row a column
--   rows BIGINT  rows of the table
--   column_name VARCHAR  name
--   column_type VARCHAR  type, as DuckDB writes it

select (select count(*) from read_parquet($file)) as rows, column_name, column_type
from (describe from read_parquet($file))
