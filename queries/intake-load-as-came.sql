-- intake-load-as-came: Which cells of a file mean something, where it needed no change?
-- parameters: none; variables text, columns, delimiter, part and plain as of intake-load; skip (lines down to
--   the header) and shift (record of this database less row of the file)
-- result: one row
--   Count BIGINT  rows read, in their order, which their numbers are told by

insert into cells by name
select getvariable('part')::integer as part, getvariable('shift')::bigint as shift,
  columns(c -> not starts_with(c, 'x_')),
  case when regexp_full_match(amount, getvariable('plain')) then (amount::decimal(18, 2) * 100)::bigint end as hundredths,
  hash(*columns(*), null::varchar) as whole
from read_csv(getvariable('text'), columns = getvariable('columns'), header = false, auto_detect = false,
  skip = getvariable('skip'), delim = getvariable('delimiter'), quote = '"', escape = '"',
  max_line_size = 4194304, buffer_size = 8388608)
