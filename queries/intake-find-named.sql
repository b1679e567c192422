-- intake-find-named: Which rows hold a name, code, year or date that stands for nothing, or not plainly?
-- parameters: none
-- result: one row
--   Count BIGINT  findings added: one a row for an error, one a table and message for a warning or note

insert into finding
with amiss as (
  select meaning, text from resolved where severity is not null
),
held as (
select 'place' as meaning, part, row, coalesce(place, '') as text from mapped where mark is distinct from 'total' and coalesce(place, '') in (select text from amiss where meaning = 'place')
union all
select 'agency' as meaning, part, row, coalesce(agency, '') as text from mapped where mark is distinct from 'total' and coalesce(agency, '') in (select text from amiss where meaning = 'agency')
union all
select 'function' as meaning, part, row, coalesce(function, '') as text from mapped where mark is distinct from 'total' and coalesce(function, '') in (select text from amiss where meaning = 'function')
union all
select 'year' as meaning, part, row, coalesce(year, '') as text from mapped where mark is distinct from 'total' and coalesce(year, '') in (select text from amiss where meaning = 'year')
union all
select 'date' as meaning, part, row, coalesce(date, '') as text from mapped where mark is distinct from 'total' and coalesce(date, '') in (select text from amiss where meaning = 'date')
union all
select 'economic' as meaning, part, row, coalesce(economic, '') as text from mapped where mark is distinct from 'total' and coalesce(economic, '') in (select text from amiss where meaning = 'economic')
union all
select 'flow' as meaning, part, row, coalesce(flow, '') as text from mapped where mark is distinct from 'total' and coalesce(flow, '') in (select text from amiss where meaning = 'flow')
union all
select 'phase' as meaning, part, row, coalesce(phase, '') as text from mapped where mark is distinct from 'total' and coalesce(phase, '') in (select text from amiss where meaning = 'phase')
union all
select 'basis' as meaning, part, row, coalesce(basis, '') as text from mapped where mark is distinct from 'total' and coalesce(basis, '') in (select text from amiss where meaning = 'basis')
union all
select 'currency' as meaning, part, row, coalesce(currency, '') as text from mapped where mark is distinct from 'total' and coalesce(currency, '') in (select text from amiss where meaning = 'currency')
)
select r.severity, r.rule, min(held.part), min(held.row), any_value(heading.header), min_by(held.text, held.row), r.message, r.repair,
  count(*)
from held
join resolved as r on r.meaning = held.meaning and r.text = held.text
left join heading on heading.part = held.part and heading.meaning = held.meaning
join part on part.part = held.part
group by r.severity, r.rule, held.meaning,
  case when held.meaning in ('place', 'agency') then part.base else held.part end, r.message, r.repair,
  case when r.severity = 'error' then held.row end
