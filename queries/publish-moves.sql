-- publish-moves: By how much does an import move each place, year, agency and function?
-- parameters: none
-- result: one row of each, own spending only
--   place VARCHAR  GSS code
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   function VARCHAR  function.code
--   pounds BIGINT  GBP put in less GBP taken out

select place, year, agency, function, sum(pounds)::bigint as pounds
from (
  select place, year, agency, function, amount as pounds from own_line where flow = 'own'
  union all
  select place, year, agency, function, -amount from gone
)
group by all
order by place, year, agency, function
