-- intake-accepted-sums: How many lines and pence are accepted, and what is their digest whatever their order?
-- parameters: none
-- result: one row
--   rows BIGINT  lines
--   pence VARCHAR  pence
--   digest VARCHAR  sum over what lines are counted as of a 64-bit part of the MD5 of that and of the pence of
--     every line of it, least first; the number of its row is not in it

with each as (
  select kind, count(*) as rows, sum(pence) as pence, list(pence order by pence)::varchar as amounts
  from line
  group by kind
)
select coalesce(sum(rows), 0)::bigint as rows, coalesce(sum(pence), 0)::varchar as pence,
  coalesce(sum(md5_number_lower(concat_ws('|', place, agency, coalesce(function, ''), coalesce(programme, ''),
    economic, flow, phase, year, amounts)))::varchar, '0') as digest
from each
join kind on kind.kind = each.kind
