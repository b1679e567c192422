-- publish-coarse: What is accepted of each place, agency, year, class, phase and flow?
-- parameters: none
-- result: one row of each
--   place VARCHAR  GSS code, of whatever tier
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   economic VARCHAR  current, capital or transfer_to_people
--   phase VARCHAR  budget or outturn
--   flow VARCHAR  own, transfer_in or transfer_out
--   pence VARCHAR  pence, as sums may be beyond 2^53
--   rows BIGINT  rows of the files

select place, year, agency, economic, phase, flow, sum(pence)::varchar as pence, sum(rows)::bigint as rows
from fine
group by all
order by place, year, agency, economic, phase, flow
