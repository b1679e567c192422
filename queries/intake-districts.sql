-- intake-districts: Whose figures are given by district?
-- parameters: none
-- result: one row an agency, year, class, phase and district of accepted rows of own spending
--   place VARCHAR  GSS code of the county
--   agency VARCHAR  agency.id
--   year VARCHAR  financial year
--   economic VARCHAR  current, capital or transfer_to_people
--   phase VARCHAR  budget or outturn
--   district VARCHAR  GSS code of the district
--   rows BIGINT  rows

select kind.place, kind.agency, kind.year, kind.economic, kind.phase, district.code as district, count(*) as rows
from judged as j
join kind on kind.kind = j.kind
join mapped as m on m.part = j.part and m.row = j.row
join district on district.text = m.place
where j.mark is null and j.pence is not null and kind.agency is not null and kind.year is not null and kind.flow = 'own'
  and not exists (from finding as f where f.severity = 'error' and f.part = j.part and f.row = j.row)
group by all
order by kind.place, kind.agency, kind.year, kind.economic, kind.phase, district.code
