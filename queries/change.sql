-- change: What was spent in one year and in another, by one dimension?
-- parameters (a null list filters nothing):
--   by VARCHAR  place, agency, sector, function, division, economic or class
--   before, after VARCHAR  financial years
--   place VARCHAR[]  places kept
--   off VARCHAR[]  scope tags left out
--   kinds, classes INTEGER[]  kinds of line a reader's rules class anew, and the class of each; null for none
-- result: one row a key with a line in either year, ascending
--   key VARCHAR  value of the dimension
--   before BIGINT  GBP, cash, in the first year; null where it has no line there
--   after BIGINT  GBP, cash, in the second year; null where it has no line there
--   recorded_before BIGINT  GBP, the part recorded for the place in the first year
--   recorded_after BIGINT  GBP, the part recorded for the place in the second year

with anew as (
  select unnest($kinds::integer[]) as kind, unnest($classes::utinyint[]) as class
)
select
  case $by::varchar
    when 'place' then grain.place::varchar when 'agency' then agency::varchar
    when 'sector' then sector::varchar when 'function' then function::varchar
    when 'division' then division::varchar when 'economic' then economic::varchar
    when 'class' then coalesce(anew.class, grain.class)::varchar end as key,
  (sum(amount) filter (year = $before::year_key))::bigint as before,
  (sum(amount) filter (year = $after::year_key))::bigint as after,
  (coalesce(sum(amount) filter (year = $before::year_key and basis = 'recorded'), 0))::bigint as recorded_before,
  (coalesce(sum(amount) filter (year = $after::year_key and basis = 'recorded'), 0))::bigint as recorded_after
from grain left join anew on anew.kind = grain.kind
where flow = 'own' and year in ($before::year_key, $after::year_key)
  and ($place::place_key[] is null or (
    grain.place >= list_min($place::place_key[]) and grain.place <= list_max($place::place_key[])
    and list_contains($place::place_key[], grain.place)))
  and (off & (select coalesce(bit_or(bit), 0)::integer from scope_tag
    where list_contains($off::varchar[], tag))) = 0
group by key
order by key
