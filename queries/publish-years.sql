-- publish-years: What does England spend by year, as the count has it?
-- parameters: none
-- result: one row a year with a line
--   year VARCHAR  financial year
--   pounds BIGINT  GBP of own spending, what stands in for returns not made left out
--   lines BIGINT  lines counted

select year::varchar as year, sum(amount)::bigint as pounds, count(*) as lines
from line
where flow = 'own' and not list_contains(tags, 'budget-fill')
group by year
order by year
