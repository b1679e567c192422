-- devolution: What would moving kinds of line from one class of local control to another move, in each place?
-- parameters (a null list filters nothing):
--   year, place VARCHAR[]  values kept
--   off VARCHAR[]  scope tags left out
--   kinds, classes INTEGER[]  kinds of line the reader's rules class anew before, and the class of each
--   kinds_after, classes_after INTEGER[]  the same once the moves are made
-- result: one row a place and pair of classes, ascending
--   place VARCHAR  GSS code or not-placed
--   class_before UTINYINT  class before the moves
--   class_after UTINYINT  class after them
--   amount BIGINT  GBP at the final spender
--   recorded BIGINT  GBP, the part recorded for the place

with before as (
  select unnest($kinds::integer[]) as kind, unnest($classes::utinyint[]) as class
),
after as (
  select unnest($kinds_after::integer[]) as kind, unnest($classes_after::utinyint[]) as class
)
select grain.place::varchar as place,
  coalesce(before.class, grain.class) as class_before, coalesce(after.class, grain.class) as class_after,
  sum(amount)::bigint as amount,
  coalesce(sum(amount) filter (basis = 'recorded'), 0)::bigint as recorded
from grain
left join before on before.kind = grain.kind
left join after on after.kind = grain.kind
where flow = 'own'
  and ($year::year_key[] is null or list_contains($year::year_key[], year))
  and ($place::place_key[] is null or (
    grain.place >= list_min($place::place_key[]) and grain.place <= list_max($place::place_key[])
    and list_contains($place::place_key[], grain.place)))
  and (off & (select coalesce(bit_or(bit), 0)::integer from scope_tag
    where list_contains($off::varchar[], tag))) = 0
group by grain.place, class_before, class_after
order by grain.place, class_before, class_after
