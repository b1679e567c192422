-- intake-blank: How many cells for amounts has a table with several columns of them, and how many say nothing?
-- parameters: none; the rows are in `across`
-- result: one row
--   rows BIGINT  rows of the table
--   blank BIGINT  cells for amounts that are blank

select (select count(*) from across) as rows, count(*) as blank
from (from across unpivot include nulls (amount for cell in (columns(c -> starts_with(c, 'a_')))))
where coalesce(trim(amount), '') = ''
