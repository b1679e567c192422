-- intake-find-totals: Which rows without a label are the sum of all rows above them?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added, one a row: an error where the row lacks cells the others have or ends its
--     table, else a warning, which it may be by chance

insert into finding
with above as (
  select part, row, pence, sparse,
    sum(pence) over rising as sum_above, count(*) over rising as rows_above,
    lead(row) over (partition by part order by row) is null as at_end
  from judged
  where pence is not null and mark is null and part not in (select part from said)
  window rising as (partition by part order by row rows between unbounded preceding and 1 preceding)
)
select case when at_end or sparse_here then 'error' else 'warning' end, 'total-unlabelled', part, row, null, null,
  'The amount is the sum of the ' || rows_above || ' rows above it.',
  'Leave totals out, or see whether it is a payment of its own.', 1
from (
  select *, sparse and not (select bool_and(sparse) from above) as sparse_here
  from above where pence = sum_above and rows_above >= 3 and pence <> 0)
