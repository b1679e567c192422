-- intake-find-blank: Which cells and rows of a table with amounts across several columns say nothing?
-- parameters: none; the rows are in `across`, the number of the table of each column in `said`
-- result: one row
--   Count BIGINT  findings added: a note for blank cells, a warning a row that has no amount at all

insert into finding
with given as (
  from across unpivot include nulls (amount for cell in (columns(c -> starts_with(c, 'a_'))))
),
cell as (
  select said.part, c.row, c.mark, c.agency, nullif(trim(c.amount), '') as amount
  from (from given union all by name select null::varchar as agency where false) as c
  join said on said.cell = c.cell
)
select 'note', 'cells-blank', min(part), null::bigint, null::varchar, null::varchar,
  count(*) || ' cells are blank: nothing is said there, and they are passed over.', null::varchar, count(*)
from cell where amount is null having count(*) > 0
union all
select 'warning', 'row-unsaid', min(part), row, null, any_value(agency), 'The row gives no amount in any column: it is passed over.',
  'See whether figures are missing.', count(*)
from cell where mark is null
group by row having count(amount) = 0
