-- publish-wide: What is to be shared over the places of a wider one?
-- parameters: none
-- result: one row a figure, by key
--   key BIGINT  of the figure in `fine`
--   place VARCHAR  GSS code of the wider place
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   economic VARCHAR  current, capital or transfer_to_people
--   flow VARCHAR  own, transfer_in or transfer_out
--   pounds BIGINT  GBP
--   pence VARCHAR  pence, as in the files

select key, place, year, agency, economic, flow, pounds, pence::varchar as pence
from rounded
where fate = 'place'
order by key
