-- publish-moves: By how much does an import move each place, year, agency and function?
-- parameters: none
-- result: one row of each, own spending only; a budget in place of a missing return is no part of it
--   place VARCHAR  GSS code
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   function VARCHAR  function.code
--   pounds BIGINT  GBP put in less GBP taken out
--   recorded BIGINT  recorded lines taken out
--   shared_out BIGINT  shared-out lines taken out

select place, year, agency, function, sum(pounds)::bigint as pounds,
  count(*) filter (basis = 'recorded') as recorded, count(*) filter (basis = 'shared_out') as shared_out
from (
  select place, year, agency, function, amount as pounds, null as basis from own_line where flow = 'own'
  union all
  select place, year, agency, function, -amount, basis from gone where not stood_in
)
group by all
order by place, year, agency, function
