-- intake-accepted-sums: How many lines and pence are accepted, and what is their digest whatever their order?
-- parameters: none
-- result: one row
--   rows BIGINT  lines
--   pence VARCHAR  pence
--   digest VARCHAR  sum of a 64-bit part of the MD5 of every line; the number of its row is not in it

select count(*) as rows, coalesce(sum(pence), 0)::varchar as pence,
  coalesce(sum(md5_number_lower(concat_ws('|', place, agency, coalesce(function, ''), coalesce(programme, ''),
    economic, flow, phase, year, pence)))::varchar, '0') as digest
from accepted
