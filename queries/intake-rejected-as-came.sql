-- intake-rejected-as-came: Which rows of a file that needed no change were rejected, as they came?
-- parameters: none; variables text, columns, delimiter, part and skip as of intake-load-as-came
-- result: one row a rejected row, in the order of the file: why, row, mark, then a column a column of the file,
--   and beyond
--   why VARCHAR  the rules it fell by
--   row BIGINT  row of the file, 1 its first

select (
    select string_agg(distinct finding.rule, '; ' order by finding.rule) from finding
    where finding.part = getvariable('part') and finding.row = source.row and finding.severity = 'error'
  ) as why, source.*, null::varchar as beyond
from (
  select row_number() over () + getvariable('skip') as row, null::varchar as mark, *
  from read_csv(getvariable('text'), columns = getvariable('columns'), header = false, auto_detect = false,
    skip = getvariable('skip'), delim = getvariable('delimiter'), quote = '"', escape = '"', parallel = false,
    max_line_size = 4194304, buffer_size = 8388608)
) as source
where row in (select row from rejected where part = getvariable('part'))
order by row
