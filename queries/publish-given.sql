-- publish-given: What of an import does the plan give the database?
-- A script, not a question: run by server/publish/lines.ts, which fills these tables: where the tables of files
-- stand among the sources and whether they have amounts across several columns, who decides, holds, influences and pays for lines, what figures of wider places are shared by, and
-- what of the count gives way.

create temp table origin (file varchar, sheet varchar, part integer, source varchar, across boolean);

create temp table profile (
  agency varchar, function varchar, economic varchar, decides varchar, holds varchar, influences varchar,
  finance varchar, tags varchar);

create temp table sharing (
  place varchar, year varchar, agency varchar, driver varchar, grade varchar, rule varchar);

create temp table taken (place varchar, year varchar, agency varchar, economic varchar, basis varchar, stood_in boolean);
