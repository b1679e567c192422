-- publish-pounds: How many pounds and lines are published in each place, year, agency, class and flow?
-- parameters: none
-- result: one row of each
--   place VARCHAR  GSS code, upper tier
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   economic VARCHAR  current, capital or transfer_to_people
--   flow VARCHAR  own, transfer_in or transfer_out
--   placed BOOLEAN  whether they are parts of figures of wider places
--   stays BOOLEAN  whether they are published; parts where the count's own lines stay are not
--   pounds BIGINT  GBP
--   rows BIGINT  rows of the files they are from
--   lines BIGINT  lines they become

select place, year, agency, economic, flow, false as placed, true as stays, sum(pounds)::bigint as pounds,
  sum(rows)::bigint as rows, sum(rows)::bigint as lines
from rounded
where fate = 'publish'
group by all
union all
select got.place, year, agency, economic, flow, true, got.stays, sum(got.pounds)::bigint,
  sum(rounded.rows)::bigint, count(*)
from got join rounded using (key)
group by all
order by place, year, agency, economic, flow, placed, stays
