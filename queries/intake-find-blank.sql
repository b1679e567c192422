-- intake-find-blank: Which cells and rows of tables with amounts across several columns say nothing?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added: a note a table for its blank cells, a warning a row that has no amount at all

insert into finding
with cell as (
  select part.base, m.part, m.row, m.agency, m.mark, m.amount
  from mapped as m join part on part.part = m.part and part.part <> part.base
),
silent as (
  select min(part) as part, row, any_value(agency) as agency, count(*) as cells
  from cell where mark is null
  group by base, row having count(amount) = 0
)
select 'note', 'cells-blank', min(part), null::bigint, null::varchar, null::varchar,
  count(*) || ' cells are blank: nothing is said there, and they are passed over.', null::varchar, count(*)
from cell where amount is null group by base
union all
select 'warning', 'row-unsaid', part, row, null, agency, 'The row gives no amount in any column: it is passed over.',
  'See whether figures are missing.', cells
from silent
