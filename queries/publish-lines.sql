-- publish-lines: Which lines does an import put into the count?
-- A script, not a question: run by server/publish/lines.ts after publish-round.sql, once the tables of
-- publish-given.sql are filled. An amount of a file is a line; its group's pounds are shared over its lines by
-- largest remainder. A figure of a wider place is a line a place, and leads back to the first of its amounts.

create temp table own_line as
with staged as (
  select r.key, r.fate, r.pounds as whole, r.programme, o.source, o.part,
    o.source || '-' || o.part || '-' || a.row || case when o.across then '-' || a.amount_column else '' end as line,
    a.file, a.row, a.amount_column, a.place, a.year, a.agency, a.function, a.economic, a.flow, a.phase,
    (a.pence % 100 + 100) % 100 as rest, (a.pence - (a.pence % 100 + 100) % 100) // 100 as low
  from accepted as a
  join rounded as r on r.place = a.place and r.year = a.year and r.agency = a.agency
    and r.function is not distinct from a.function
    and r.programme = coalesce(a.programme, 'Programme not stated')
    and r.economic = a.economic and r.flow = a.flow and r.phase = a.phase
  join origin as o on o.file = a.file and o.sheet is not distinct from a.sheet
),
recorded as (
  select line, place, year, agency, function, programme, economic, flow,
    phase,
    (low + (row_number() over (partition by key order by rest desc, part, row, amount_column)
      <= whole - sum(low) over (partition by key))::integer)::bigint as amount,
    'recorded' as basis, null::varchar as driver, null::double as weight, null::bigint as whole, 'A' as grade,
    source, file, row, amount_column, 'own-recorded' as rule
  from staged
  where fate = 'publish'
),
first as (
  from staged
  where fate = 'place'
  qualify row_number() over (partition by key order by part, row, amount_column) = 1
),
placed as (
  select f.line || '-' || got.place as line, got.place, f.year, f.agency,
    f.function, f.programme, f.economic, f.flow, f.phase, got.pounds as amount, 'shared_out' as basis, p.driver,
    got.weight::double as weight, f.whole::bigint as whole, p.grade, f.source, f.file, f.row, f.amount_column,
    p.rule
  from got
  join first as f using (key)
  join sharing as p on p.place = f.place and p.year = f.year and p.agency = f.agency
  where got.stays
)
select line, place, year, n.agency, coalesce(n.function, 'not-stated') as function, programme, n.economic, flow,
  'net' as measure, phase, amount, basis, driver, weight, whole, grade, 'A' as function_grade, decides, holds,
  influences, finance, string_split(nullif(p.tags, ''), '|') as tags, source, file as source_file,
  row::integer as source_row, amount_column::integer as source_column, rule
from (from recorded union all by name from placed) as n
join profile as p on p.agency = n.agency and p.function is not distinct from n.function
  and p.economic = n.economic;

update own_line set tags = [] where tags is null;
