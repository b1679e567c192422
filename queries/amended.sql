-- amended: What did files of readers put in place of what, and what of it stands, by place, year, agency and economic class?
-- parameters:
--   amendment VARCHAR  identifier of the import, or null for all
--   places VARCHAR[]  GSS codes, or null for all
-- result: one row an import, place, year, agency and economic class, in that order
--   amendment VARCHAR  identifier of the import
--   title VARCHAR  what the files are
--   made VARCHAR  day it was published, ISO date
--   place VARCHAR  GSS code
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   economic VARCHAR  current, capital or transfer_to_people
--   does VARCHAR  replace or add
--   covers VARCHAR  whose lines are replaced: agency or sector
--   classes VARCHAR  economic classes replaced: same or all
--   added_lines BIGINT  lines of own spending put in
--   added BIGINT  pounds of them
--   standing_lines BIGINT  of them, those that no later import took out
--   standing BIGINT  pounds of them
--   replaced_lines BIGINT  lines taken out
--   replaced BIGINT  pounds of them
--   replaced_own BIGINT  of them, pounds that earlier imports had put in
--   budget_lines BIGINT  lines of a budget in place of a missing return taken out
--   budget BIGINT  pounds of them, in no total but where a question asks
--   change BIGINT  pounds the total changes by

with own as (select distinct id, unnest(sources) as source from amendment),
gone as (
  select r.line, r.amendment, own.id as put_in_by, r.place, r.year, r.agency, r.economic, r.basis, r.amount
  from replaced as r
  join own using (source)
  where not coalesce(r.stood_in, false)
),
fallen as (
  select put_in_by as id, place, year, agency, economic, count(*)::bigint as lines, sum(amount)::bigint as pounds
  from gone
  group by all
),
-- A line went to the nearest that could take it, as server/publish/taken.ts has it: its own agency and class first.
taken as (
  select g.amendment as id, a.place, a.year, a.agency, a.economic, g.amount
  from gone as g
  join amendment as a on a.id = g.amendment and a.place = g.place and a.year = g.year and a.does = 'replace'
  join agency as taker on taker.id = a.agency
  join agency as giver on giver.id = g.agency
  where (a.agency = g.agency or (a.covers = 'sector' and taker.sector = giver.sector and g.basis = 'shared_out'))
    and (a.economic = g.economic or (a.classes = 'all' and g.basis = 'shared_out'))
  qualify row_number() over (partition by g.amendment, g.line
    order by a.agency <> g.agency, a.economic <> g.economic, a.agency || '|' || a.economic) = 1
),
instead as (select id, place, year, agency, economic, sum(amount)::bigint as pounds from taken group by all)
select id as amendment, title, made, place, year, agency, economic, does, covers, classes, added_lines,
  added, added_lines - coalesce(fallen.lines, 0) as standing_lines, added - coalesce(fallen.pounds, 0) as standing,
  replaced_lines, replaced, coalesce(instead.pounds, 0) as replaced_own,
  coalesce(budget_lines, 0) as budget_lines, coalesce(budget, 0) as budget, added - replaced as change
from amendment
left join fallen using (id, place, year, agency, economic)
left join instead using (id, place, year, agency, economic)
where ($amendment::varchar is null or id = $amendment::varchar) and ($places::varchar[] is null or list_contains($places::varchar[], place))
order by position, place, year, agency, economic
