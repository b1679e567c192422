-- intake-find-control-totals: Do the totals that the file gives agree with its rows?
-- parameters: none; variable pence is pence that a hundredth of the file's unit is
-- result: one row
--   Count BIGINT  findings added: a note where it agrees with all rows above or those since the total before,
--     else a warning; of a table with amounts across several columns one a column, for the first total

insert into finding
with above as (
  select part, row, pence, mark,
    coalesce(sum(case when mark is distinct from 'total' then pence end) over rising, 0) as sum_above
  from judged
  window rising as (partition by part order by row rows between unbounded preceding and 1 preceding)
),
total as (
  select part, row, pence, sum_above,
    sum_above - coalesce(lag(sum_above) over (partition by part order by row), 0) as sum_since,
    part.base <> part.part as across, heading.header,
    row_number() over (partition by part order by row) as position
  from above join part using (part)
  left join heading on heading.part = above.part and heading.meaning = 'amount' and part.base <> part.part
  where mark = 'total'
),
told as (
  select *,
    case when pence is null then 'unreadable' when pence in (sum_above, sum_since) then 'agrees'
      when across and abs(pence - sum_above) <= 100 * abs(getvariable('pence')::bigint) then 'rounded' else 'differs' end as "is"
  from total where not across or position = 1
)
select case when "is" in ('agrees', 'rounded') then 'note' else 'warning' end,
  case "is" when 'unreadable' then 'control-total-unreadable' when 'differs' then 'control-total-differs' else 'control-total-agrees' end,
  part, row, header, null,
  case "is" when 'agrees' then 'The file''s own total agrees with its rows to the penny.'
    when 'rounded' then 'The file''s own total agrees with its rows to within one of its unit, which it is rounded to.'
    when 'unreadable' then 'The file''s own total cannot be read to compare it.'
    else 'The file''s own total is ' || printf('%.2f', pence::decimal(38, 0) / 100) || ' and its rows above add up to '
      || printf('%.2f', sum_above::decimal(38, 0) / 100) || '.' end,
  case when "is" in ('agrees', 'rounded') then null else 'See whether rows are missing or counted twice.' end, 1
from told
