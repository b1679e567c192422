-- intake-load-across: Which cells of a table with amounts across several columns mean something?
-- parameters: none; variables as of intake-load, the columns of amounts named a_ and agency_name that of the
--   names of authorities; `said` holds what each column of amounts says
-- result: one row
--   Count BIGINT  amounts read, one a row and column, blank ones as well

insert into mapped by name
with source as (
  select row, mark, columns(c -> not starts_with(c, 'x_') and c not in ('row', 'mark')),
    hash(*columns(c -> c not in ('row', 'mark'))) as whole
  from read_csv(getvariable('text'), columns = getvariable('columns'), header = false, auto_detect = false,
    delim = getvariable('delimiter'), quote = '"', escape = '"', parallel = getvariable('parallel'),
    max_line_size = 4194304, buffer_size = 8388608)
),
cell as (
  from source unpivot include nulls (amount for cell in (columns(c -> starts_with(c, 'a_'))))
),
filled as (
  from cell
  union all by name
  select * exclude (part), null::varchar as agency_name from mapped where false
)
select said.part, c.row,
  case when c.mark is null and c.agency_name is not null and trim(coalesce(c.agency, '')) = '' then 'total' else c.mark end as mark,
  coalesce(said.place, case when said.by_agency then coalesce(said.agency, c.agency) else c.place end) as place,
  coalesce(said.agency, c.agency) as agency,
  coalesce(said.function, c.function) as function,
  c.programme, c.programme_2,
  nullif(concat_ws(' / ', c.programme_3, said.programme), '') as programme_3,
  nullif(trim(c.amount), '') as amount,
  coalesce(said.year, c.year) as year,
  c.date,
  coalesce(said.economic, c.economic) as economic,
  coalesce(said.flow, c.flow) as flow,
  coalesce(said.phase, c.phase) as phase,
  c.basis, c.supplier, c.currency, c.share,
  hash(c.whole, c.cell) as whole
from filled as c
join said on said.cell = c.cell
