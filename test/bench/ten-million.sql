-- ten-million: A table of ten million lines of spending, keyed as a state file keys them.
-- A script, run on a new database; every figure comes of the number of its line.

create type place_key as enum (
  select 'E' || lpad(range::varchar, 8, '0') from range(152) order by all);
create type year_key as enum ('2015-16', '2016-17', '2017-18');
create type agency_key as enum (select 'agency-' || lpad(range::varchar, 3, '0') from range(600) order by all);
create type flow_key as enum ('own', 'transfer_in', 'transfer_out');

create table line as
  select enum_range(null::place_key)[(hash(range) % 152)::bigint + 1]::place_key as place,
    enum_range(null::year_key)[range % 3 + 1]::year_key as year,
    enum_range(null::agency_key)[(hash(range, 1) % 600)::bigint + 1]::agency_key as agency,
    case when range % 50 = 0 then 'transfer_in' else 'own' end::flow_key as flow,
    (hash(range, 2) % 2000000)::bigint - 100000 as amount
  from range(10000000);
checkpoint;
