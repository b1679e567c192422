-- publish-fine: What is accepted by everything that tells lines apart?
-- A script, not a question: run by server/publish/staged.ts on what a check accepted. `fine` has a row a place,
-- year, agency, function, programme, economic class, flow and phase, in pence; `fate` is filled with what becomes
-- of each, `got` with what places get of wider ones.

create temp table fine as
select row_number() over (order by place, year, agency, function nulls first, programme, economic, flow, phase)
    as key,
  *
from (
  select place, year, agency, function, coalesce(programme, 'Programme not stated') as programme, economic,
    flow, phase, sum(pence)::hugeint as pence, count(*) as rows
  from accepted
  group by all
);

create temp table fate (
  place varchar, year varchar, agency varchar, economic varchar, phase varchar, fate varchar);

create temp table got (key bigint, place varchar, weight varchar, pounds bigint, stays boolean);
