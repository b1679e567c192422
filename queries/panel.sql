-- panel: What is spent by sector, by agency, by division and by economic class?
-- parameters:
--   year VARCHAR[]  years kept
--   place VARCHAR[]  places kept; null for all
--   off VARCHAR[]  scope tags left out
-- result: one row a group of each grouping, keys ascending; those by economic are parted by sector and basis
--   kind VARCHAR  agency, division, economic or sector
--   key VARCHAR  agency.id, COFOG division, economic class or sector.id
--   sector VARCHAR  sector.id, where kind is economic or sector; else null
--   basis VARCHAR  recorded or shared_out, where kind is economic; else null
--   amount BIGINT  GBP at the final spender, transfers left out; null where all are transfers
--   recorded BIGINT  GBP, the part recorded for the place
--   grade_a BIGINT  GBP of lines graded A
--   grade_b BIGINT  GBP of lines graded B
--   grade_c BIGINT  GBP of lines graded C
--   grade_d BIGINT  GBP of lines graded D
--   eliminated BIGINT  GBP of transfers in and out, left out of amount
--   lines BIGINT  lines counted in amount

with kept as (
  select sector, agency, division, economic, basis, grade, flow, sum(amount) as amount, sum(lines) as lines
  from grain
  where list_contains($year::year_key[], year)
    and ($place::place_key[] is null or (
      place >= list_min($place::place_key[]) and place <= list_max($place::place_key[])
      and list_contains($place::place_key[], place)))
    and (off & (select coalesce(bit_or(bit), 0)::integer from scope_tag
      where list_contains($off::varchar[], tag))) = 0
  group by all
)
select case when grouping(agency) = 0 then 'agency' when grouping(division) = 0 then 'division'
    when grouping(economic) = 0 then 'economic' else 'sector' end as kind,
  coalesce(agency::varchar, division::varchar, economic::varchar, sector::varchar) as key,
  sector::varchar as sector, basis::varchar as basis,
  (sum(amount) filter (flow = 'own'))::bigint as amount,
  (coalesce(sum(amount) filter (flow = 'own' and basis = 'recorded'), 0))::bigint as recorded,
  (coalesce(sum(amount) filter (flow = 'own' and grade = 'A'), 0))::bigint as grade_a,
  (coalesce(sum(amount) filter (flow = 'own' and grade = 'B'), 0))::bigint as grade_b,
  (coalesce(sum(amount) filter (flow = 'own' and grade = 'C'), 0))::bigint as grade_c,
  (coalesce(sum(amount) filter (flow = 'own' and grade = 'D'), 0))::bigint as grade_d,
  (coalesce(sum(amount) filter (flow <> 'own'), 0))::bigint as eliminated,
  (coalesce(sum(lines) filter (flow = 'own'), 0))::bigint as lines
from kept
group by grouping sets ((agency), (division), (economic, sector, basis), (sector))
order by kind, key, sector, basis
