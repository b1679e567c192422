-- intake-rejected: Which rows of a table were rejected, as they came?
-- parameters: none; variables text, columns, delimiter, parallel and part as of intake-load
-- result: one row a rejected row, in the order of the file: why, columns, row, mark, then a
--   column a column of the file
--   why VARCHAR  the rules it fell by
--   columns VARCHAR  numbers of the columns whose amounts were rejected, 1 the first, with spaces between
--   row BIGINT  row of the file, 1 its first

select (
    select string_agg(distinct finding.rule, '; ' order by finding.rule)
    from finding join part_kept on part_kept.part = finding.part
    where part_kept.base = getvariable('part') and finding.row = source.row and finding.severity = 'error'
  ) as why, fallen.columns, source.*
from read_csv(getvariable('text'), columns = getvariable('columns'), header = false, auto_detect = false,
  delim = getvariable('delimiter'), quote = '"', escape = '"', parallel = getvariable('parallel'),
  max_line_size = 4194304, buffer_size = 8388608) as source
join (
  select rejected.row, string_agg(part_kept.amount_column, ' ') as columns
  from rejected join part_kept on part_kept.part = rejected.part
  where part_kept.base = getvariable('part')
  group by rejected.row
) as fallen on fallen.row = source.row
order by source.row
