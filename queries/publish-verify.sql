-- publish-verify: What does England spend by year, as a package has it?
-- parameters:
--   file VARCHAR  file of its lines
-- result: one row a year
--   year VARCHAR  financial year
--   pounds BIGINT  GBP of own spending, what stands in for returns not made left out
--   lines BIGINT  lines counted

select year, sum(amount)::bigint as pounds, count(*) as lines
from read_parquet($file)
where flow = 'own' and not list_contains(tags, 'budget-fill')
group by year
order by year
