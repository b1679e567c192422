-- amended: What did files of readers put in place of what, by place, year, agency and economic class?
-- parameters:
--   amendment VARCHAR  identifier of the import, or null for all
--   places VARCHAR[]  GSS codes, or null for all
-- result: one row an import, place, year, agency and economic class, in that order
--   amendment VARCHAR  identifier of the import
--   title VARCHAR  what the files are
--   made VARCHAR  day it was published, ISO date
--   place VARCHAR  GSS code
--   year VARCHAR  financial year
--   agency VARCHAR  agency.id
--   economic VARCHAR  current, capital or transfer_to_people
--   does VARCHAR  replace or add
--   covers VARCHAR  whose lines are replaced: agency or sector
--   classes VARCHAR  economic classes replaced: same or all
--   added_lines BIGINT  lines of own spending put in
--   added BIGINT  pounds of them
--   replaced_lines BIGINT  lines taken out
--   replaced BIGINT  pounds of them
--   budget_lines BIGINT  lines of a budget in place of a missing return taken out
--   budget BIGINT  pounds of them, in no total but where a question asks
--   change BIGINT  pounds the total changes by

select id as amendment, title, made, place, year, agency, economic, does, covers, classes, added_lines,
  added, replaced_lines, replaced, coalesce(budget_lines, 0) as budget_lines, coalesce(budget, 0) as budget,
  added - replaced as change
from amendment
where ($amendment::varchar is null or id = $amendment::varchar) and ($places::varchar[] is null or list_contains($places::varchar[], place))
order by position, place, year, agency, economic
