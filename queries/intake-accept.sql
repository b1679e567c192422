-- intake-accept: The lines that can be counted.
-- A script, not a question: run by server/intake/check.ts once everything is found. A row with an error is
-- left out.

create temp table stopped as
select distinct part, row from finding where severity = 'error' and row is not null;

create table accepted as
select part.file, part.sheet, j.row, j.place, j.agency, j.function, j.programme, j.economic, j.flow, j.phase, j.year, j.pence
from judged as j
join part on part.part = j.part
where j.pence is not null and j.mark is null and j.place is not null and j.agency is not null and j.year is not null
  and not exists (from stopped where stopped.part = j.part and stopped.row = j.row);

create table rejected as
select j.part, j.row
from judged as j
join part on part.part = j.part
where not (j.pence is not null and j.mark is null and j.place is not null and j.agency is not null and j.year is not null)
  or exists (from stopped where stopped.part = j.part and stopped.row = j.row);

create table part_kept as from part;
