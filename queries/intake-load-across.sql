-- intake-load-across: Which amounts does a table hold that has them across several columns?
-- parameters: none; the rows are in `across`, what each column of amounts says in `said`; variable plain as of intake-load
-- result: one row
--   Count BIGINT  amounts read, one a row and column; blank cells are none

insert into cells by name
with cell as (
  from across unpivot (amount for cell in (columns(c -> starts_with(c, 'a_'))))
),
filled as (
  from cell
  union all by name
  select * exclude (part, shift, hundredths), null::varchar as agency_name from cells where false
)
select said.part, c.row,
  case when c.mark is null and c.agency_name is not null and trim(coalesce(c.agency, '')) = '' then 'total' else c.mark end as mark,
  coalesce(said.place, case when said.by_agency then coalesce(said.agency, c.agency) else c.place end) as place,
  coalesce(said.agency, c.agency) as agency,
  coalesce(said.function, c.function) as function,
  c.programme, c.programme_2,
  nullif(concat_ws(' / ', c.programme_3, said.programme), '') as programme_3,
  c.amount,
  case when regexp_full_match(c.amount, getvariable('plain')) then (c.amount::decimal(18, 2) * 100)::bigint end as hundredths,
  coalesce(said.year, c.year) as year,
  c.date,
  coalesce(said.economic, c.economic) as economic,
  coalesce(said.flow, c.flow) as flow,
  coalesce(said.phase, c.phase) as phase,
  c.basis, c.supplier, c.currency, c.share,
  hash(c.whole, c.cell) as whole
from filled as c
join said on said.cell = c.cell
where trim(c.amount) <> ''
