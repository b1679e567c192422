-- publish-gone: Which lines of the count give way to an import?
-- A script, not a question: run by server/publish/lines.ts, which fills `taken` and sets variables `spend`, the
-- file of the count's lines, and `amendment`, the identifier of the import. What stands in for a return not made
-- is never taken out.

create temp table gone as
select line, getvariable('amendment') as amendment, place, year, agency, function, programme, economic, amount,
  basis, driver, grade, source, rule
from read_parquet(getvariable('spend'))
semi join taken using (place, year, agency, economic, basis)
where flow = 'own' and not list_contains(tags, 'budget-fill');
