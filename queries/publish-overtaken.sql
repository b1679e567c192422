-- publish-overtaken: What does an import take out of what imports before it put in?
-- parameters: none
-- result: one row a file, place, year and agency
--   source VARCHAR  source.id of the file of an earlier import
--   place VARCHAR  GSS code
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   pounds BIGINT  GBP of own spending taken out

select source, place, year, agency, sum(amount)::bigint as pounds
from gone
where starts_with(source, 'own-') and not stood_in
group by all
order by source, place, year, agency
