-- chain: Who decides the money spent in a place, who holds it, who spends it, and on what?
-- parameters (a null list filters nothing):
--   year, place VARCHAR[]  values kept
--   off VARCHAR[]  scope tags left out
-- result: one row a way the money takes, ascending
--   decides VARCHAR  who sets amount and use
--   holds VARCHAR  who holds the cash
--   sector VARCHAR  sector.id of the agency that spends
--   agency VARCHAR  agency.id of the final spender
--   division VARCHAR  COFOG division
--   amount BIGINT  GBP at the final spender; null where all are transfers
--   recorded BIGINT  GBP, the part recorded for the place
--   eliminated BIGINT  GBP of transfers in and out, left out of amount
--   lines BIGINT  lines counted in amount

select kind.decides, kind.holds, grain.sector::varchar as sector, grain.agency::varchar as agency,
  grain.division::varchar as division,
  (sum(amount) filter (flow = 'own'))::bigint as amount,
  (coalesce(sum(amount) filter (flow = 'own' and basis = 'recorded'), 0))::bigint as recorded,
  (coalesce(sum(amount) filter (flow <> 'own'), 0))::bigint as eliminated,
  (coalesce(sum(lines) filter (flow = 'own'), 0))::bigint as lines
from grain join kind on kind.kind = grain.kind
where ($year::year_key[] is null or list_contains($year::year_key[], year))
  and ($place::place_key[] is null or (
    grain.place >= list_min($place::place_key[]) and grain.place <= list_max($place::place_key[])
    and list_contains($place::place_key[], grain.place)))
  and (off & (select coalesce(bit_or(bit), 0)::integer from scope_tag
    where list_contains($off::varchar[], tag))) = 0
group by all
order by kind.decides, kind.holds, sector, agency, division
