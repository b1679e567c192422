-- intake-load: Which cells of a table mean something?
-- parameters: none; variables text (file), columns (names and types, x_ before those that mean nothing),
--   delimiter, parallel, part, and plain (the pattern of a plain figure)
-- result: one row
--   Count BIGINT  rows read

insert into cells by name
select getvariable('part')::integer as part, columns(c -> not starts_with(c, 'x_')),
  case when regexp_full_match(amount, getvariable('plain')) then (amount::decimal(18, 2) * 100)::bigint end as hundredths,
  hash(*columns(c -> c not in ('row', 'mark'))) as whole
from read_csv(getvariable('text'), columns = getvariable('columns'), header = false, auto_detect = false,
  delim = getvariable('delimiter'), quote = '"', escape = '"', parallel = getvariable('parallel'),
  max_line_size = 4194304, buffer_size = 8388608)
