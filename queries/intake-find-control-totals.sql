-- intake-find-control-totals: Do the totals that the file gives agree with its rows?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added, one a total: a note where it agrees with all rows above or those since the
--     total before, else a warning

insert into finding
with above as (
  select part, row, pence, mark,
    coalesce(sum(case when mark is distinct from 'total' then pence end) over rising, 0) as sum_above
  from judged
  window rising as (partition by part order by row rows between unbounded preceding and 1 preceding)
),
total as (
  select part, row, pence, sum_above,
    sum_above - coalesce(lag(sum_above) over (partition by part order by row), 0) as sum_since
  from above
  where mark = 'total'
)
select case when pence in (sum_above, sum_since) then 'note' else 'warning' end,
  case when pence in (sum_above, sum_since) then 'control-total-agrees'
    when pence is null then 'control-total-unreadable' else 'control-total-differs' end,
  part, row, null, null,
  case when pence in (sum_above, sum_since) then 'The file''s own total agrees with its rows to the penny.'
    when pence is null then 'The file''s own total cannot be read to compare it.'
    else 'The file''s own total is ' || printf('%.2f', pence::decimal(38, 0) / 100) || ' and its rows above add up to '
      || printf('%.2f', sum_above::decimal(38, 0) / 100) || '.' end,
  case when pence in (sum_above, sum_since) then null else 'See whether rows are missing or counted twice.' end, 1
from total
