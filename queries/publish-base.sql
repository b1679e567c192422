-- publish-base: What does the count have of these places, years and sectors?
-- parameters:
--   places, years, sectors VARCHAR[]  GSS codes, financial years and sector.id
-- result: one row of each, own spending only
--   place VARCHAR  GSS code
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   sector VARCHAR  sector.id
--   economic VARCHAR  current, capital or transfer_to_people
--   basis VARCHAR  recorded or shared_out
--   phase VARCHAR  budget or outturn
--   fill BOOLEAN  whether it stands in for a return not made, and is counted only where a question asks
--   own BOOLEAN  whether readers brought it, recorded
--   pounds BIGINT  GBP
--   lines BIGINT  lines

select place::varchar as place, year::varchar as year, agency::varchar as agency, sector::varchar as sector,
  economic::varchar as economic, basis::varchar as basis, phase,
  list_contains(tags, 'budget-fill') as fill, rule::varchar = 'own-recorded' as own, sum(amount)::bigint as pounds, count(*) as lines
from line
where flow = 'own'
  and place::varchar in (select unnest($places::varchar[]))
  and year::varchar in (select unnest($years::varchar[]))
  and sector::varchar in (select unnest($sectors::varchar[]))
group by all
order by place, year, agency, economic, basis, phase, fill, own
