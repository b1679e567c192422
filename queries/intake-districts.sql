-- intake-districts: Whose figures are given by district, and not for the whole county?
-- parameters: none
-- result: one row an agency, year, class, phase and district of accepted rows of own spending
--   place VARCHAR  GSS code of the county
--   agency VARCHAR  agency.id
--   year VARCHAR  financial year
--   economic VARCHAR  current, capital or transfer_to_people
--   phase VARCHAR  budget or outturn
--   district VARCHAR  GSS code of the district
--   rows BIGINT  rows

with given as (
  select kind.place, kind.agency, kind.year, kind.economic, kind.phase, district.code as district,
    count(*) as rows
  from judged as j
  join kind on kind.kind = j.kind
  join mapped as m on m.part = j.part and m.row = j.row
  left join district on district.text = m.place
  where j.mark is null and j.pence is not null and kind.agency is not null and kind.year is not null and kind.flow = 'own'
    and not exists (from finding as f where f.severity = 'error' and f.part = j.part and f.row = j.row)
  group by all
)
from given
where district is not null
  and not exists (
    from given as county
    where county.district is null and county.place = given.place and county.agency = given.agency
      and county.year = given.year and county.economic = given.economic and county.phase = given.phase)
order by place, agency, year, economic, phase, district
