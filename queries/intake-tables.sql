-- intake-tables: The tables in which a stranger's rows are judged.
-- A script, not a question: run on a new file by server/intake/check-load.ts. `cells` holds the text of the
-- columns that mean something, with the number of its row or what to take from the number of the record to
-- have it; `mapped` is the same with the number of the row. `resolved` and `odd_amount` say what each different
-- text stands for or why it stands for nothing, `district` texts that are of a part of their place, `kind` holds
-- what rows would be counted as but for their pence, `judged` a row as it would be counted, `finding` everything
-- found, `partly` counties of which some districts only are given. What is not temporary stays in the file.
-- A table with amounts across several columns is as many tables here, one a column: `part.base` is the table
-- they are of, and `said` what each of those columns says of its amounts.

create temp table cells (
  part integer, row bigint, shift bigint, mark varchar, place varchar, agency varchar, function varchar,
  programme varchar, programme_2 varchar, programme_3 varchar, amount varchar, year varchar, date varchar,
  economic varchar, flow varchar, phase varchar, basis varchar, supplier varchar, currency varchar, share varchar,
  hundredths bigint, whole ubigint);

create temp view mapped as
select * exclude (shift) replace (coalesce(row, rowid - shift) as row) from cells;

create temp table part (part integer, file varchar, sheet varchar, base integer, amount_column integer);
create temp table said (
  part integer, cell varchar, place varchar, agency varchar, function varchar, programme varchar, year varchar,
  economic varchar, flow varchar, phase varchar, by_agency boolean);
create temp table heading (part integer, meaning varchar, header varchar);
create temp table nested (wide varchar, narrow varchar);

create temp table district (text varchar, code varchar);

create temp table resolved (
  meaning varchar, text varchar, value varchar, severity varchar, rule varchar, message varchar, repair varchar);

create temp table odd_amount (
  text varchar, pence bigint, severity varchar, rule varchar, message varchar, repair varchar);

create table finding (
  severity varchar, rule varchar, part integer, row bigint, header varchar, value varchar, message varchar,
  repair varchar, rows bigint);

create temp table partly (
  place varchar, agency varchar, year varchar, economic varchar, phase varchar, given integer, districts integer);

create temp macro in_pounds(pence) as
  case when pence < 0 then '−£' else '£' end || format('{:,}', (abs(pence) // 100)::bigint) || '.'
  || lpad((abs(pence) % 100)::varchar, 2, '0');
