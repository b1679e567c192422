-- publish-partly: Whose figures are of some districts of a county only?
-- parameters: none
-- result: one row a county, agency and year
--   place VARCHAR  GSS code of the county
--   agency VARCHAR  agency.id
--   year VARCHAR  financial year
--   given INTEGER  districts that have figures
--   districts INTEGER  districts there are

select place, agency, year, min(given) as given, any_value(districts) as districts
from partly_kept
group by place, agency, year
order by place, agency, year
