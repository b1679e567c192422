-- lines-total: How many lines stand under a figure, and what do they come to?
-- parameters (a null list filters nothing):
--   year, place, agency, sector, function, division, economic, basis, grade, source VARCHAR[]  values kept
--   class INTEGER[]  classes of local control kept
--   kinds, classes INTEGER[]  kinds of line a reader's rules class anew, and the class of each; null for none
--   decides, holds VARCHAR[]  who sets the amount and who holds the cash, kept
--   flow VARCHAR[]  flows kept, of own, transfer_in, transfer_out
--   off VARCHAR[]  scope tags left out
-- result: one row
--   matched BIGINT  lines
--   total BIGINT  GBP; null where no line matches

with anew as (
  select unnest($kinds::integer[]) as kind, unnest($classes::utinyint[]) as class
)
select count(*)::bigint as matched, sum(amount)::bigint as total
from line left join anew on anew.kind = line.kind
where flow = any($flow::flow_key[])
  and ($year::year_key[] is null or list_contains($year::year_key[], line.year))
  and ($place::place_key[] is null or line.place in (select unnest($place::place_key[])))
  and ($agency::agency_key[] is null or list_contains($agency::agency_key[], line.agency))
  and ($sector::sector_key[] is null or list_contains($sector::sector_key[], line.sector))
  and ($function::function_key[] is null or list_contains($function::function_key[], line.function))
  and ($division::division_key[] is null or list_contains($division::division_key[], line.division))
  and ($economic::economic_key[] is null or list_contains($economic::economic_key[], line.economic))
  and ($basis::basis_key[] is null or list_contains($basis::basis_key[], line.basis))
  and ($grade::grade_key[] is null or list_contains($grade::grade_key[], line.grade))
  and ($class::utinyint[] is null or list_contains($class::utinyint[], coalesce(anew.class, line.class)))
  and ($source::source_key[] is null or list_contains($source::source_key[], line.source))
  and ($decides::varchar[] is null or list_contains($decides::varchar[], line.decides))
  and ($holds::varchar[] is null or list_contains($holds::varchar[], line.holds))
  and (off & (select coalesce(bit_or(bit), 0)::integer from scope_tag
    where list_contains($off::varchar[], tag))) = 0
