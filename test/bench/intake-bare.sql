-- intake-bare: The payment file as DuckDB reads it by itself, typed and unchecked.
-- A script: `file` is the CSV.

create table payment as
from read_csv($file, header = true, delim = ',', quote = '"', columns = {
  'body': 'VARCHAR', 'place': 'VARCHAR', 'service': 'VARCHAR', 'expense': 'VARCHAR', 'paid': 'DATE',
  'number': 'BIGINT', 'amount': 'DECIMAL(18, 2)', 'supplier': 'VARCHAR'})
