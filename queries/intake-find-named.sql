-- intake-find-named: Which rows hold a name, code, year or date that stands for nothing, or not plainly?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added: one a row for an error, one a text for a warning or note

insert into finding
with amiss as (
  select meaning, text from resolved where severity is not null
),
held as (
select 'place' as meaning, part, row, coalesce(place, '') as text from mapped where mark is distinct from 'total' and coalesce(place, '') in (from amiss where meaning = 'place' select text)
union all
select 'agency' as meaning, part, row, coalesce(agency, '') as text from mapped where mark is distinct from 'total' and coalesce(agency, '') in (from amiss where meaning = 'agency' select text)
union all
select 'function' as meaning, part, row, coalesce(function, '') as text from mapped where mark is distinct from 'total' and coalesce(function, '') in (from amiss where meaning = 'function' select text)
union all
select 'year' as meaning, part, row, coalesce(year, '') as text from mapped where mark is distinct from 'total' and coalesce(year, '') in (from amiss where meaning = 'year' select text)
union all
select 'date' as meaning, part, row, coalesce(date, '') as text from mapped where mark is distinct from 'total' and coalesce(date, '') in (from amiss where meaning = 'date' select text)
union all
select 'economic' as meaning, part, row, coalesce(economic, '') as text from mapped where mark is distinct from 'total' and coalesce(economic, '') in (from amiss where meaning = 'economic' select text)
union all
select 'flow' as meaning, part, row, coalesce(flow, '') as text from mapped where mark is distinct from 'total' and coalesce(flow, '') in (from amiss where meaning = 'flow' select text)
union all
select 'phase' as meaning, part, row, coalesce(phase, '') as text from mapped where mark is distinct from 'total' and coalesce(phase, '') in (from amiss where meaning = 'phase' select text)
union all
select 'basis' as meaning, part, row, coalesce(basis, '') as text from mapped where mark is distinct from 'total' and coalesce(basis, '') in (from amiss where meaning = 'basis' select text)
union all
select 'currency' as meaning, part, row, coalesce(currency, '') as text from mapped where mark is distinct from 'total' and coalesce(currency, '') in (from amiss where meaning = 'currency' select text)
)
select r.severity, r.rule, held.part, min(held.row), any_value(heading.header), held.text, r.message, r.repair,
  count(*)
from held
join resolved as r on r.meaning = held.meaning and r.text = held.text
left join heading on heading.part = held.part and heading.meaning = held.meaning
group by r.severity, r.rule, held.part, held.meaning, held.text, r.message, r.repair,
  case when r.severity = 'error' then held.row end
