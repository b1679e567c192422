-- intake-across: The rows of a table with amounts across several columns.
-- A script, not a question: run by server/intake/check-across.ts with the variables of intake-load; the columns of
-- amounts are named a_ and the number of their table, that of the names of authorities agency_name.

create or replace temp table across as
select row, mark, columns(c -> not starts_with(c, 'x_') and c not in ('row', 'mark')),
  hash(*columns(c -> c not in ('row', 'mark'))) as whole
from read_csv(getvariable('text'), columns = getvariable('columns'), header = false, auto_detect = false,
  delim = getvariable('delimiter'), quote = '"', escape = '"', parallel = getvariable('parallel'),
  max_line_size = 4194304, buffer_size = 8388608);
