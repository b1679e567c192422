-- publish-years: What does England spend by year, as the count has it?
-- parameters: none
-- result: one row a year with a line
--   year VARCHAR  financial year
--   pounds BIGINT  GBP of own spending, what stands in for returns not made left out
--   lines BIGINT  lines counted
--   budget BIGINT  GBP of what stands in for them, counted only where a question asks
--   budget_lines BIGINT  lines of it

select year::varchar as year, coalesce(sum(amount) filter (not list_contains(tags, 'budget-fill')), 0)::bigint as pounds,
  count(*) filter (not list_contains(tags, 'budget-fill')) as lines,
  coalesce(sum(amount) filter (list_contains(tags, 'budget-fill')), 0)::bigint as budget,
  count(*) filter (list_contains(tags, 'budget-fill')) as budget_lines
from line
where flow = 'own'
group by year
order by year
