-- intake-find-totals-across: Which rows without a label are, in every column, the sum of all rows above them?
-- parameters: none; variable pence is pence that a hundredth of the file's unit is
-- result: one row
--   Count BIGINT  findings added, one a cell of such a row

insert into finding
with above as (
  select part.base, j.part, j.row, j.pence,
    sum(j.pence) over rising as sum_above, count(*) over rising as rows_above
  from judged as j join part on part.part = j.part and part.part <> part.base
  where j.pence is not null and j.mark is null
  window rising as (partition by j.part order by j.row rows between unbounded preceding and 1 preceding)
),
total as (
  select base, row
  from above where pence <> 0
  group by base, row
  having count(*) > 1 and min(rows_above) >= 3
    and bool_and(abs(pence - sum_above) <= 100 * abs(getvariable('pence')::bigint))
)
select 'error', 'total-unlabelled', part, row, null, null,
  'Every amount of the row is the sum of the ' || rows_above || ' rows above it.',
  'Leave totals out.', 1
from above join total using (base, row)
