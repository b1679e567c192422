-- missing-returns: Which returns were not made?
-- parameters: none
-- result: one row a return; the count has no figure for it, which is not zero, unless own figures are counted
--   place VARCHAR  GSS code
--   place_name VARCHAR  name
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   agency_name VARCHAR  name
--   sector VARCHAR  sector.id of the agency
--   what VARCHAR  revenue or capital
--   why VARCHAR  what is known of it
--   source VARCHAR  source.id
--   budget BOOLEAN  whether its budget can stand in for it, where a question asks
--   own BOOLEAN  whether own recorded outturn is counted for it: revenue is current or transfers to people, of any
--     amount, and so perhaps not all of it

select missing.place, place.name as place_name, missing.year, missing.agency, agency.name as agency_name,
  agency.sector, what, why, missing.source,
  what = 'revenue' and exists (
    from line where list_contains(line.tags, 'budget-fill') and line.place = missing.place and line.agency = missing.agency and line.year = missing.year) as budget,
  exists (
    from line where line.rule::varchar = 'own-recorded' and line.flow = 'own' and line.phase = 'outturn'
      and line.place = missing.place and line.agency = missing.agency and line.year = missing.year
      and (line.economic = 'capital') = (what = 'capital')) as own
from missing
join place on place.code = missing.place
join agency on agency.id = missing.agency
order by missing.year, missing.place, missing.agency, what
