-- spend: What is spent, grouped by any of the count's dimensions, and in all?
-- parameters (a null list filters nothing):
--   by VARCHAR[]  dimensions to group by: the first eleven columns of the result
--   year, place, agency, sector, function, division, economic, basis, grade, source VARCHAR[]  values kept
--   class INTEGER[]  classes of local control kept
--   off VARCHAR[]  scope tags left out
--   kinds, classes INTEGER[]  kinds of line a reader's rules class anew, and the class of each; null for none
-- result: one row a group, keys ascending, then (whole true) one row for all of them together
--   whole BOOLEAN  true for the row of the whole
--   place VARCHAR  GSS code or not-placed; as every key, null where not grouped by it
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   sector VARCHAR  sector.id
--   function VARCHAR  function.code
--   division VARCHAR  COFOG division
--   economic VARCHAR  economic class
--   basis VARCHAR  recorded or shared_out
--   grade VARCHAR  A to D
--   class UTINYINT  class of local control
--   source VARCHAR  source.id
--   amount BIGINT  GBP at the final spender, transfers left out; null where no line matches
--   recorded BIGINT  GBP, the part recorded for the place
--   grade_a BIGINT  GBP of lines graded A
--   grade_b BIGINT  GBP of lines graded B
--   grade_c BIGINT  GBP of lines graded C
--   grade_d BIGINT  GBP of lines graded D
--   eliminated BIGINT  GBP of transfers in and out, left out of amount
--   lines BIGINT  lines counted in amount

with anew as (
  select unnest($kinds::integer[]) as kind, unnest($classes::utinyint[]) as class
),
classed as (
  select grain.* replace (coalesce(anew.class, grain.class) as class)
  from grain left join anew on anew.kind = grain.kind
),
kept as (
  from classed
  where ($year::year_key[] is null or list_contains($year::year_key[], year))
    and ($place::place_key[] is null or (
      place >= list_min($place::place_key[]) and place <= list_max($place::place_key[])
      and list_contains($place::place_key[], place)))
    and ($agency::agency_key[] is null or list_contains($agency::agency_key[], agency))
    and ($sector::sector_key[] is null or list_contains($sector::sector_key[], sector))
    and ($function::function_key[] is null or list_contains($function::function_key[], function))
    and ($division::division_key[] is null or list_contains($division::division_key[], division))
    and ($economic::economic_key[] is null or list_contains($economic::economic_key[], economic))
    and ($basis::basis_key[] is null or list_contains($basis::basis_key[], basis))
    and ($grade::grade_key[] is null or list_contains($grade::grade_key[], grade))
    and ($class::utinyint[] is null or list_contains($class::utinyint[], class))
    and ($source::source_key[] is null or list_contains($source::source_key[], source))
    and (off & (select coalesce(bit_or(bit), 0)::integer from scope_tag
      where list_contains($off::varchar[], tag))) = 0
),
keyed as (
  select
    case when list_contains($by::varchar[], 'place') then place end as k_place,
    case when list_contains($by::varchar[], 'year') then year end as k_year,
    case when list_contains($by::varchar[], 'agency') then agency end as k_agency,
    case when list_contains($by::varchar[], 'sector') then sector end as k_sector,
    case when list_contains($by::varchar[], 'function') then function end as k_function,
    case when list_contains($by::varchar[], 'division') then division end as k_division,
    case when list_contains($by::varchar[], 'economic') then economic end as k_economic,
    case when list_contains($by::varchar[], 'basis') then basis end as k_basis,
    case when list_contains($by::varchar[], 'grade') then grade end as k_grade,
    case when list_contains($by::varchar[], 'class') then class end as k_class,
    case when list_contains($by::varchar[], 'source') then source end as k_source,
    basis as b, grade as g, flow, sum(amount)::bigint as amount, sum(lines)::bigint as lines
  from kept
  group by all
)
select grouping(k_place) = 1 as whole,
  k_place::varchar as place, k_year::varchar as year, k_agency::varchar as agency,
  k_sector::varchar as sector, k_function::varchar as function, k_division::varchar as division,
  k_economic::varchar as economic, k_basis::varchar as basis, k_grade::varchar as grade,
  k_class as class, k_source::varchar as source,
  (sum(amount) filter (flow = 'own'))::bigint as amount,
  (coalesce(sum(amount) filter (flow = 'own' and b = 'recorded'), 0))::bigint as recorded,
  (coalesce(sum(amount) filter (flow = 'own' and g = 'A'), 0))::bigint as grade_a,
  (coalesce(sum(amount) filter (flow = 'own' and g = 'B'), 0))::bigint as grade_b,
  (coalesce(sum(amount) filter (flow = 'own' and g = 'C'), 0))::bigint as grade_c,
  (coalesce(sum(amount) filter (flow = 'own' and g = 'D'), 0))::bigint as grade_d,
  (coalesce(sum(amount) filter (flow <> 'own'), 0))::bigint as eliminated,
  (coalesce(sum(lines) filter (flow = 'own'), 0))::bigint as lines
from keyed
group by grouping sets (
  (k_place, k_year, k_agency, k_sector, k_function, k_division, k_economic, k_basis, k_grade, k_class,
    k_source),
  ())
order by whole, place, year, agency, sector, function, division, economic, basis, grade, class, source
