-- package-faults: What in the tables of a count package points at nothing or at the wrong thing, or stands twice?
-- parameters:
--   folder VARCHAR  folder of the package
-- result: one row a fault; none when the package holds together
--   fault VARCHAR  table, column and value, in words
--   rows BIGINT  rows that have it

with spend as (from read_parquet($folder || '/spend.parquet')),
  place as (from read_parquet($folder || '/place.parquet')),
  agency as (from read_parquet($folder || '/agency.parquet')),
  reference(owner, field, value) as (
    select 'spend', 'place', place from spend where place <> 'not-placed'
    union all select 'spend', 'year', year from spend
    union all select 'spend', 'agency', agency from spend
    union all select 'spend', 'function', function from spend
    union all select 'spend', 'source', source from spend
    union all select 'spend', 'rule', rule from spend
    union all select 'spend', 'driver', driver from spend where driver is not null
    union all select 'spend', 'tag', unnest(tags) from spend
    union all select 'place', 'place', parent from place where parent is not null
    union all select 'place_set', 'place', unnest(members)
      from read_parquet($folder || '/place_set.parquet')
    union all select 'population', 'place', place from read_parquet($folder || '/population.parquet')
    union all select 'population', 'source', source from read_parquet($folder || '/population.parquet')
    union all select 'agency', 'sector', sector from agency
    union all select 'missing', 'place', place from read_parquet($folder || '/missing.parquet')
    union all select 'missing', 'agency', agency from read_parquet($folder || '/missing.parquet')
    union all select 'control_rule', 'class', class::varchar
      from read_parquet($folder || '/control_rule.parquet')
    union all select 'control_definition', 'class', unnest(classes)::varchar
      from read_parquet($folder || '/control_definition.parquet')
    union all select 'spend', 'economic', economic from spend
    union all select 'spend', 'flow', flow from spend
    union all select 'spend', 'basis', basis from spend
    union all select 'spend', 'grade', grade from spend
  ),
  known(field, value) as (
    select 'place', code from place
    union all select 'year', year from read_parquet($folder || '/financial_year.parquet')
    union all select 'agency', id from agency
    union all select 'function', code from read_parquet($folder || '/function.parquet')
    union all select 'source', id from read_parquet($folder || '/source.parquet')
    union all select 'rule', id from read_parquet($folder || '/rule.parquet')
    union all select distinct 'driver', driver from read_parquet($folder || '/driver.parquet')
    union all select 'tag', tag from read_parquet($folder || '/scope_tag.parquet')
    union all select 'sector', id from read_parquet($folder || '/sector.parquet')
    union all select 'class', class::varchar from read_parquet($folder || '/control_class.parquet')
    union all from (values ('economic', 'capital'), ('economic', 'current'),
      ('economic', 'transfer_to_people'), ('flow', 'own'), ('flow', 'transfer_in'),
      ('flow', 'transfer_out'), ('basis', 'recorded'), ('basis', 'shared_out'),
      ('grade', 'A'), ('grade', 'B'), ('grade', 'C'), ('grade', 'D'))
  )
select owner || ': ' || field || ' ' || coalesce(value, 'null') || ' is not known' as fault, count(*)::bigint as rows
from reference anti join known using (field, value)
group by all
union all
select 'spend: place ' || code || ' is of tier ' || tier || ', and a line is of an upper one or not-placed',
  count(*)::bigint
from spend join place on place.code = spend.place
where tier <> 'upper'
group by all
union all
select 'spend: line ' || line || ' stands more than once', count(*)::bigint
from spend group by line having count(*) > 1
union all
select 'spend: no line at all', 0 where not exists (from spend)
order by fault
limit 50
