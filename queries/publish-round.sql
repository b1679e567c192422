-- publish-round: What is published, in whole pounds?
-- A script, not a question: run by server/publish/staged.ts once `fate` is filled. The pence of all that is
-- published are rounded once, half away from nought, and the pounds shared by largest remainder; ties go to
-- the key that sorts first, so that the order of rows never matters.

create temp table rounded as
with kept as (
  select fine.*, fate,
    (pence % 100 + 100) % 100 as rest,
    (pence - (pence % 100 + 100) % 100) // 100 as low
  from fine join fate using (place, year, agency, economic, phase)
  where fate in ('publish', 'place')
),
whole as (
  select case when sum(pence) >= 0 then (sum(pence) + 50) // 100 else -((50 - sum(pence)) // 100) end as pounds,
    sum(low) as low
  from kept
)
select kept.* exclude (rest, low),
  (low + (row_number() over (order by rest desc, key) <= (select pounds - low from whole))::integer)::bigint
    as pounds
from kept;
