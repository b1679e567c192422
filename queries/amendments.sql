-- amendments: What was published into the count from files of its readers?
-- parameters: none
-- result: one row an import, in the order they were made
--   id VARCHAR  identifier
--   title VARCHAR  what the files are
--   publisher VARCHAR  who they are from
--   made VARCHAR  day it was published, ISO date
--   base VARCHAR  hash of the count it changed
--   years VARCHAR[]  financial years it touches, sorted
--   places BIGINT  places it touches
--   added STRUCT(lines BIGINT, pounds BIGINT)  own spending put in, GBP
--   replaced STRUCT(lines BIGINT, pounds BIGINT)  own spending taken out, GBP
--   budget STRUCT(lines BIGINT, pounds BIGINT)  budgets in place of missing returns taken out, GBP, no part of it

select id, title, publisher, made, base, list_sort(list(distinct year)) as years,
  count(distinct place) as places,
  {lines: sum(added_lines)::bigint, pounds: sum(added)::bigint} as added,
  {lines: sum(replaced_lines)::bigint, pounds: sum(replaced)::bigint} as replaced,
  {lines: coalesce(sum(budget_lines), 0)::bigint, pounds: coalesce(sum(budget), 0)::bigint} as budget
from amendment
group by position, id, title, publisher, made, base
order by position
