-- publish-round: What is published, in whole pounds?
-- A script, not a question: run by server/publish/staged.ts once `fate` is filled. The pence of a place, year,
-- agency, class and flow are rounded once, half away from nought, and its pounds shared by largest remainder; ties
-- go to the key that sorts first, so that the order of rows never matters, nor what else is published.

create temp table rounded as
with kept as (
  select fine.*, fate,
    (pence % 100 + 100) % 100 as rest,
    (pence - (pence % 100 + 100) % 100) // 100 as low
  from fine join fate using (place, year, agency, economic, phase)
  where fate in ('publish', 'place')
),
whole as (
  select place, year, agency, economic, flow,
    case when sum(pence) >= 0 then (sum(pence) + 50) // 100 else -((50 - sum(pence)) // 100) end as pounds,
    sum(low) as low
  from kept
  group by all
)
select kept.* exclude (rest, low),
  (kept.low + (row_number() over (
    partition by place, year, agency, economic, flow order by rest desc, key) <= whole.pounds - whole.low)::integer
  )::bigint as pounds
from kept join whole using (place, year, agency, economic, flow);
