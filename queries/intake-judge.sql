-- intake-judge: What would each row be counted as?
-- A script, not a question: run by server/intake/check-find.ts after `resolved` and `odd_amount` are filled,
-- which sets the variables place, agency, function, programme, year, economic, flow and phase where no column
-- says, comma, and pence (pence that a hundredth of the file's unit is, its sign taken in).

create temp view told as
select m.part, m.row, m.mark, m.whole, m.supplier, m.date as paid, m.agency as payer,
  m.place is null or m.agency is null or m.programme is null as sparse,
  coalesce(place.value, getvariable('place')::varchar) as place,
  coalesce(agency.value, getvariable('agency')::varchar) as agency,
  coalesce(function.value, getvariable('function')::varchar) as function,
  coalesce(nullif(concat_ws(' / ', m.programme, m.programme_2, m.programme_3), ''), getvariable('programme')::varchar) as programme,
  coalesce(year.value, date.value, getvariable('year')::varchar) as year,
  coalesce(economic.value, getvariable('economic')::varchar, 'current') as economic,
  coalesce(flow.value, getvariable('flow')::varchar, 'own') as flow,
  coalesce(phase.value, getvariable('phase')::varchar, 'outturn') as phase,
  case when m.hundredths is not null and not (getvariable('comma') and contains(m.amount, '.'))
    then m.hundredths * getvariable('pence')::bigint
    else odd.pence end as pence
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

create table kind as
select (row_number() over ())::integer as kind, *
from (select distinct place, agency, function, programme, economic, flow, phase, year from told);

create temp table judged as
select t.part, t.row, t.mark, t.whole, t.sparse, t.pence, kind.kind,
  case when t.supplier is not null and t.paid is not null then hash(t.supplier, t.paid, t.pence, t.payer) end as near
from told as t
join kind on kind.place is not distinct from t.place and kind.agency is not distinct from t.agency
  and kind.function is not distinct from t.function and kind.programme is not distinct from t.programme
  and kind.economic = t.economic and kind.flow = t.flow and kind.phase = t.phase
  and kind.year is not distinct from t.year;
