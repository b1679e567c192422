-- intake-judge: What would each row be counted as?
-- A script, not a question: run by server/intake/check.ts after `resolved` and `odd_amount` are filled, which
-- sets the variables place, agency, function, programme, year, economic, flow and phase where no column says,
-- and plain and pence (pence that one of the file's unit is, its sign taken in).

create temp table judged as
select m.part, m.row, m.mark, m.whole,
  hash(m.supplier, m.date, m.amount, m.agency) as near,
  m.supplier is not null and m.date is not null as can_be_near,
  coalesce(place.value, getvariable('place')::varchar) as place,
  upper(left(trim(m.place), 3)) = 'E07' as by_district,
  coalesce(agency.value, getvariable('agency')::varchar) as agency,
  coalesce(function.value, getvariable('function')::varchar) as function,
  coalesce(nullif(concat_ws(' / ', m.programme, m.programme_2, m.programme_3), ''), getvariable('programme')::varchar) as programme,
  coalesce(year.value, date.value, getvariable('year')::varchar) as year,
  coalesce(economic.value, getvariable('economic')::varchar, 'current') as economic,
  coalesce(flow.value, getvariable('flow')::varchar, 'own') as flow,
  coalesce(phase.value, getvariable('phase')::varchar, 'outturn') as phase,
  case when regexp_full_match(m.amount, getvariable('plain'))
    then cast(cast(m.amount as decimal(18, 2)) * getvariable('pence')::bigint as bigint)
    else odd.pence end as pence,
  m.place is null or m.agency is null or m.programme is null as sparse
from mapped as m
left join resolved as place on place.meaning = 'place' and place.text = coalesce(m.place, '')
left join resolved as agency on agency.meaning = 'agency' and agency.text = coalesce(m.agency, '')
left join resolved as function on function.meaning = 'function' and function.text = coalesce(m.function, '')
left join resolved as year on year.meaning = 'year' and year.text = coalesce(m.year, '')
left join resolved as date on date.meaning = 'date' and date.text = coalesce(m.date, '')
left join resolved as economic on economic.meaning = 'economic' and economic.text = coalesce(m.economic, '')
left join resolved as flow on flow.meaning = 'flow' and flow.text = coalesce(m.flow, '')
left join resolved as phase on phase.meaning = 'phase' and phase.text = coalesce(m.phase, '')
left join odd_amount as odd on odd.text = coalesce(m.amount, '');
