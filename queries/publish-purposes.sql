-- publish-purposes: For what functions and in what classes do agencies spend by the files?
-- parameters: none
-- result: one row of each
--   agency VARCHAR  agency.id
--   function VARCHAR  function.code; null where the files do not say
--   economic VARCHAR  current, capital or transfer_to_people
--   rows BIGINT  rows of the files

select agency, function, economic, sum(rows)::bigint as rows
from fine
group by all
order by agency, function nulls first, economic
