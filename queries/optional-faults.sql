-- optional-faults: What in the tables a count may do without points at nothing?
-- parameters: none
-- result: one row a fault; none when they hold together
--   fault VARCHAR  table, column and value, in words

with reference(owner, field, value) as (
    select 'published_count ' || id, 'place', unnest(places) from published_count
    union all select 'published_count ' || id, 'scope tag', unnest(our_scope) from published_count
    union all select 'published_count ' || id, 'definition', our_definition
      from published_count where our_definition is not null
    union all select 'published_count ' || id, 'measure', measure from published_count
    union all select 'published_count ' || id, 'confidence', confidence from published_count
    union all select 'published_count ' || id, 'qualifier', qualifier from published_count
    union all select 'edition ' || year || ' ' || level || ' ' || id, 'source', used from edition
    union all select 'edition ' || year || ' ' || level || ' ' || id, 'source', compared from edition
    union all select 'edition ' || year || ' ' || id, 'level', level from edition
    union all select 'amendment ' || id, 'place', place from amendment
    union all select 'amendment ' || id, 'agency', agency from amendment
    union all select 'amendment ' || id, 'source', unnest(sources) from amendment
    union all select 'amendment ' || id, 'does', does from amendment
    union all select 'replaced ' || line, 'amendment', amendment from replaced
    union all select 'replaced ' || line, 'agency', agency from replaced
  ),
  known(field, value) as (
    select 'place', code from place
    union all select 'place', 'set:' || id from place_set
    union all select 'scope tag', tag from scope_tag
    union all select 'definition', id from control_definition
    union all select 'source', id from source
    union all select 'agency', id from agency
    union all select 'amendment', id from amendment
    union all from (values ('measure', 'total'), ('measure', 'head'), ('measure', 'share'),
      ('measure', 'agency'), ('measure', 'theme'), ('confidence', 'high'), ('confidence', 'medium'),
      ('confidence', 'low'), ('qualifier', 'stated'), ('qualifier', 'about'), ('qualifier', 'more_than'),
      ('qualifier', 'less_than'), ('qualifier', 'from'), ('qualifier', 'to'), ('level', 'total'),
      ('level', 'region'), ('level', 'department'), ('level', 'service'), ('level', 'authority'),
      ('does', 'replace'), ('does', 'add'))
  )
select owner || ': ' || field || ' ' || value || ' is not known' as fault
from reference anti join known using (field, value)
union all
select 'published_count ' || id || ': needs either an amount or a ratio'
from published_count
where (amount is null) = (ratio is null) or (measure = 'share') <> (amount is null)
union all
select 'published_count ' || id || ': filter ' || our_filter || ' is not known'
from published_count
where not regexp_full_match(our_filter, '(agency|sector|function|division|economic)=[^=]+')
union all
select 'replaced ' || line || ': is still among the lines'
from replaced semi join line on line.line = replaced.line
order by fault
limit 50
