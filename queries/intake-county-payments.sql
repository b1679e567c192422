-- intake-county-payments: Whose payments are given for a county and for districts of it?
-- parameters: none
-- result: one row a county, agency and year of which rows of both are accepted
--   place VARCHAR  GSS code of the county
--   agency VARCHAR  agency.id
--   year VARCHAR  financial year
--   rows BIGINT  rows of districts

with given as (
  select kind.place, kind.agency, kind.year, kind.phase, kind.flow, district.text is not null as by_district,
    count(*) as rows
  from judged as j
  join kind on kind.kind = j.kind
  join mapped as m on m.part = j.part and m.row = j.row
  left join district on district.text = m.place
  where j.mark is null and j.pence is not null
    and not exists (from finding as f where f.severity = 'error' and f.part = j.part and f.row = j.row)
  group by all
)
select place, agency, year, sum(rows)::bigint as rows
from given
where by_district
  and exists (
    from given as county
    where not county.by_district and county.place = given.place and county.agency = given.agency
      and county.year = given.year and county.phase = given.phase and county.flow = given.flow)
group by all
order by place, agency, year
