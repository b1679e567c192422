-- intake-find-nested: Which rows are of a place that other rows of the same agency and year are parts of?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added, one a row
-- Payments of a county and of its districts are other rows: only in tables of totals is one in the other.

insert into finding
with ledger as (
  select distinct part from heading where meaning in ('supplier', 'date', 'reference')
),
given as (
  select j.part, j.row, j.pence, kind.place, kind.agency, kind.year, kind.phase, kind.flow,
    district.text is not null as by_district, ledger.part is not null as payments
  from judged as j
  join kind on kind.kind = j.kind
  join mapped as m on m.part = j.part and m.row = j.row
  left join district on district.text = m.place
  left join ledger on ledger.part = j.part
  where j.mark is null
),
held as (
  select distinct place, agency, year, phase, flow, by_district, payments from given where pence is not null
)
select 'error', 'double-count', j.part, j.row, null, j.place,
  case when j.by_district then 'The row is of a district, and its county is given as well: one is in the other.'
    else 'The row is of a place whose parts are given as well: it would be counted twice.' end,
  'Keep the whole or the parts, not both.', 1
from given as j
where exists (
    from nested join held on held.place = nested.narrow
    where nested.wide = j.place and held.agency = j.agency and held.year = j.year and held.phase = j.phase
      and held.flow = j.flow)
  or (j.by_district and exists (
    from held where held.place = j.place and not held.by_district and not (j.payments and held.payments)
      and held.agency = j.agency and held.year = j.year and held.phase = j.phase and held.flow = j.flow))
