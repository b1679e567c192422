-- publish-partly: Whose figures are of some districts of a county only?
-- parameters: none
-- result: one row a county, agency, year, class and phase
--   place VARCHAR  GSS code of the county
--   agency VARCHAR  agency.id
--   year VARCHAR  financial year
--   economic VARCHAR  current, capital or transfer_to_people
--   phase VARCHAR  budget or outturn
--   given INTEGER  districts that have figures
--   districts INTEGER  districts there are

from partly_kept
order by place, agency, year, economic, phase
