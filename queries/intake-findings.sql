-- intake-findings: What was found, errors first, in the order of the file?
-- parameters: none
-- result: one row a finding
--   severity VARCHAR  error, warning or note
--   rule VARCHAR  the rule
--   file VARCHAR  name of the file; null where it is of all files
--   sheet VARCHAR  name of the sheet; null where there is none
--   row BIGINT  row of the file, 1 its first; null where it is of the whole
--   header VARCHAR  name of the column; null where it is of the whole row
--   value VARCHAR  what stands there; null where nothing is to be shown
--   message VARCHAR  what is wrong
--   repair VARCHAR  what to do; null where nothing
--   rows BIGINT  rows it is true of

select f.severity, f.rule, part_kept.file, part_kept.sheet, f.row, f.header, f.value, f.message, f.repair, f.rows
from (select *, count(*) over (partition by severity, rule) as alike from finding) as f
left join part_kept on part_kept.part = f.part
order by case f.severity when 'error' then 1 when 'warning' then 2 else 3 end, f.alike desc, f.rule, f.part, f.row
