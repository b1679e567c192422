-- intake-across-as-came: The rows of a table with amounts across several columns, of a file that needed no change.
-- A script, not a question: run by server/intake/check-across.ts with the variables of intake-load-as-came; the
-- columns of amounts are named a_ and the number of their table, that of the names of authorities agency_name.

create or replace temp table across as
select row_number() over () + getvariable('skip') as row, null::varchar as mark,
  columns(c -> not starts_with(c, 'x_')), hash(*columns(*), null::varchar) as whole
from read_csv(getvariable('text'), columns = getvariable('columns'), header = false, auto_detect = false,
  skip = getvariable('skip'), delim = getvariable('delimiter'), quote = '"', escape = '"', parallel = false,
  max_line_size = 4194304, buffer_size = 8388608);
