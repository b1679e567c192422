-- control: How much of what is spent in each place stands in each class of local control?
-- parameters (a null list filters nothing):
--   year, place VARCHAR[]  values kept
--   off VARCHAR[]  scope tags left out
--   kinds, classes INTEGER[]  kinds of line a reader's rules class anew, and the class of each; null for none
-- result: one row a place that has lines, ascending
--   place VARCHAR  GSS code or not-placed
--   class_1 BIGINT  GBP locally decided
--   class_2 BIGINT  GBP local, bound
--   class_3 BIGINT  GBP shared or pooled
--   class_4 BIGINT  GBP local arm, national steer
--   class_5 BIGINT  GBP national programme, locally influenced
--   class_6 BIGINT  GBP national entitlement
--   class_7 BIGINT  GBP national, not attributable
--   recorded BIGINT  GBP, the part recorded for the place

with anew as (
  select unnest($kinds::integer[]) as kind, unnest($classes::utinyint[]) as class
),
classed as (
  select grain.place, coalesce(anew.class, grain.class) as class, basis, amount
  from grain left join anew on anew.kind = grain.kind
  where flow = 'own'
    and ($year::year_key[] is null or list_contains($year::year_key[], year))
    and ($place::place_key[] is null or (
      grain.place >= list_min($place::place_key[]) and grain.place <= list_max($place::place_key[])
      and list_contains($place::place_key[], grain.place)))
    and (off & (select coalesce(bit_or(bit), 0)::integer from scope_tag
      where list_contains($off::varchar[], tag))) = 0
)
select place::varchar as place,
  coalesce(sum(amount) filter (class = 1), 0)::bigint as class_1,
  coalesce(sum(amount) filter (class = 2), 0)::bigint as class_2,
  coalesce(sum(amount) filter (class = 3), 0)::bigint as class_3,
  coalesce(sum(amount) filter (class = 4), 0)::bigint as class_4,
  coalesce(sum(amount) filter (class = 5), 0)::bigint as class_5,
  coalesce(sum(amount) filter (class = 6), 0)::bigint as class_6,
  coalesce(sum(amount) filter (class = 7), 0)::bigint as class_7,
  coalesce(sum(amount) filter (basis = 'recorded'), 0)::bigint as recorded
from classed
group by classed.place
order by classed.place
