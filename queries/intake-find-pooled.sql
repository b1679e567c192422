-- intake-find-pooled: Which pooled budgets are given by several agencies of one place and year?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added, one a place and year

insert into finding
select 'warning', 'pooled-twice', min(part), min(row), null, null,
  'A pooled budget is given by ' || count(distinct agency) || ' agencies of one place and year: it may be counted by its host and by its partners.',
  'Keep the rows of the host.', count(*)
from judged
join kind on kind.kind = judged.kind
where mark is null and pence is not null
  and (programme ilike '%pooled%' or programme ilike '%better care fund%' or programme ilike '%section 75%')
group by place, year
having count(distinct agency) > 1
