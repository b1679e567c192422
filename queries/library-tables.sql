-- library-tables: Which tables does the file of the library hold?
-- parameters: none
-- result: one row a table; none in a new file
--   name VARCHAR  the table

select table_name as name from duckdb_tables() order by name
