-- intake-findings-alike: What was found, errors first, what is alike in one: of a rule, file and column, the same value and message?
-- parameters
--   most   groups of alike findings given of each rule, the largest of them
--   first  rows named of each group
-- result: one row a group, the largest of a rule first, then in the order of the file
--   severity VARCHAR  error, warning or note
--   rule VARCHAR  the rule
--   file VARCHAR  name of the file; null where it is of all files
--   sheet VARCHAR  name of the sheet; null where there is none
--   row BIGINT  first row of the file where it was found, 1 its first; null where it is of the whole
--   also BIGINT[]  the rows after it where it was found, the first few
--   header VARCHAR  name of the column; null where it is of the whole row
--   value VARCHAR  what stands there; null where nothing is to be shown
--   message VARCHAR  what is wrong
--   repair VARCHAR  what to do; null where nothing
--   rows BIGINT  rows it is true of

with grouped as (
  select severity, rule, part, header, value, message, repair, min(row) as row, sum(rows)::bigint as rows,
    count(*) as findings, coalesce(list_distinct(list(row) filter (row is not null)), []) as found_at
  from finding
  group by severity, rule, part, header, value, message, repair
),
largest as (
  select *, sum(findings) over (partition by severity, rule) as of_rule
  from grouped
  qualify row_number() over (partition by severity, rule order by rows desc, part, row, message) <= $most::integer
)
select g.severity, g.rule, part_kept.file, part_kept.sheet, g.row, list_sort(g.found_at)[2:$first::integer] as also,
  g.header, g.value, g.message, g.repair, g.rows
from largest as g
left join part_kept on part_kept.part = g.part
order by case g.severity when 'error' then 1 when 'warning' then 2 else 3 end, g.of_rule desc, g.rule, g.rows desc,
  g.part, g.row, g.message
