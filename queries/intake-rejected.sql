-- intake-rejected: Which rows of a table were rejected, as they came?
-- parameters: none; variables text, columns, delimiter, parallel and part as of intake-load
-- result: one row a rejected row, in the order of the file: row, mark, then a column a column of the file
--   row BIGINT  row of the file, 1 its first

select source.*
from read_csv(getvariable('text'), columns = getvariable('columns'), header = false, auto_detect = false,
  delim = getvariable('delimiter'), quote = '"', escape = '"', parallel = getvariable('parallel'),
  max_line_size = 16777216) as source
where row in (select row from rejected where part = getvariable('part'))
order by row
