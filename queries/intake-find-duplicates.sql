-- intake-find-duplicates: Which rows are the same as another, in every cell or in supplier, date and pence?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added, one a group of rows

insert into finding
with counted as (
  from judged where mark is null and pence is not null
),
exact as (
  select min_by(part, (part, row)) as part, min_by(row, (part, row)) as row, count(*) as rows, sum(pence) as pence
  from counted
  where whole in (select whole from counted group by whole having count(*) > 1)
  group by whole
),
nearly as (
  select min_by(part, (part, row)) as part, min_by(row, (part, row)) as row, count(distinct whole) as rows, any_value(pence) as pence
  from counted
  where near in (select near from counted where near is not null group by near having count(*) > 1)
  group by near
  having min(whole) <> max(whole)
)
select 'warning', 'duplicate-row', part, row, null, null,
  rows || ' rows are the same in every cell: ' || printf('%.2f', pence::decimal(38, 0) / 100) || ' pounds together.',
  'See whether the payment was made more than once.', rows
from exact
union all
select 'warning', 'duplicate-near', part, row, null, null,
  rows || ' rows have the same supplier, date and amount of ' || printf('%.2f', pence::decimal(38, 0) / 100) || ' pounds.',
  'See whether the payment was made more than once.', rows
from nearly
