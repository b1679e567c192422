-- intake-accept: The lines that can be counted.
-- A script, not a question: run by server/intake/check.ts once everything is found. A row with an error is
-- left out.

create temp table stopped as
select distinct part, row from finding where severity = 'error' and row is not null;

create table rejected as
select part, row from judged
where pence is null or mark is not null or place is null or agency is null or year is null
union
select part, row from stopped;

create table accepted as
select part.file, part.sheet, j.row, j.place, j.agency, j.function, j.programme, j.economic, j.flow, j.phase, j.year, j.pence,
  part.amount_column
from judged as j
join part on part.part = j.part
where not exists (from rejected where rejected.part = j.part and rejected.row = j.row);

create table part_kept as from part;
