-- intake-accept: The lines that can be counted.
-- A script, not a question: run by server/intake/check.ts once everything is found. A row with an error is
-- left out.

create table rejected as
select part, row
from judged
where pence is null or mark is not null
  or kind in (select kind from kind where place is null or agency is null or year is null)
union
select part, row from finding where severity = 'error' and row is not null;

create table line as
select part, row, kind, pence
from judged as j
where not exists (from rejected where rejected.part = j.part and rejected.row = j.row);

create table part_kept as from part;

create table partly_kept as from partly;

create view accepted as
select part_kept.file, part_kept.sheet, line.row, kind.place, kind.agency, kind.function, kind.programme,
  kind.economic, kind.flow, kind.phase, kind.year, line.pence, part_kept.amount_column
from line
join kind on kind.kind = line.kind
join part_kept on part_kept.part = line.part;
